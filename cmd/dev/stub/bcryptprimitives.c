/* A stand-in for the bcryptprimitives.dll of Windows 10, which the Wine of
   Debian 12 lacks and Go programs draw random numbers from. For trying the
   packages under Wine alone: it is part of none. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, length); }
