; The installer of {{.Name}} for one user: it asks for no administrator.
; Of 64 bits, as the program: a Windows of 32 says by itself that it cannot run it.
Target amd64-unicode
ManifestDPIAware true
SetDateSave off
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh
!include WinVer.nsh

Name "{{.Name}} {{.Version}}"
OutFile "{{.Out}}"
InstallDir "$LOCALAPPDATA\Programs\{{.Name}}"
InstallDirRegKey HKCU "Software\{{.Name}}" "Folder"
BrandingText "{{.Name}} {{.Version}}"
VIProductVersion "{{.Dotted}}"
VIAddVersionKey /LANG=1040 "ProductName" "{{.Name}}"
VIAddVersionKey /LANG=1040 "ProductVersion" "{{.Version}}"
VIAddVersionKey /LANG=1040 "FileVersion" "{{.Version}}"
VIAddVersionKey /LANG=1040 "FileDescription" "Installazione di {{.Name}}"
VIAddVersionKey /LANG=1040 "LegalCopyright" ""

!define MUI_ICON "{{.IconFile}}"
!define MUI_UNICON "{{.IconFile}}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tutela.exe"
!define CLASS "Tutela.Ufficio"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\{{.Name}}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Italian"

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "{{.Name}} richiede Windows 10 o successivo, a 64 bit. Su questo computer non si può installare: usatene uno più recente." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  ClearErrors
{{- range .Files}}
  File "{{.}}"
{{- end}}
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "I file di {{.Name}} non si possono scrivere. Chiudete {{.Name}}, se è aperto, e riprovate." /SD IDOK
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\disinstalla.exe"
  CreateShortcut "$SMPROGRAMS\{{.Name}}.lnk" "$INSTDIR\tutela.exe"

  WriteRegStr HKCU "Software\{{.Name}}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.tutela" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Ufficio di {{.Name}}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\tutela.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\tutela.exe" "%1"'
  !insertmacro TellExplorer

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "{{.Name}}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "{{.Version}}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tutela.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\disinstalla.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\disinstalla.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" {{.InstalledKB}}
SectionEnd

; What the user wrote stays: it lies in $LOCALAPPDATA\{{.Name}}, not here.
Section "Uninstall"
{{- range .Files}}
  Delete "$INSTDIR\{{.}}"
{{- end}}
  Delete "$INSTDIR\disinstalla.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\{{.Name}}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\.tutela"
  DeleteRegKey HKCU "Software\{{.Name}}"
  !insertmacro TellExplorer
SectionEnd
