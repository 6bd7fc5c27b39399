# Writes the sheets beside it, with openpyxl 3.0.9 and XlsxWriter 3.0.2: each as a list of
# people with its formulas not reckoned, days, merged cells and parts of a text in bold.
import datetime

import openpyxl
import xlsxwriter

HEAD = ["Reparto", "Cognome", "Nome", "Nato il", "Telefono", "Matricola"]

book = openpyxl.Workbook()
book.properties.creator = "openpyxl"
sheet = book.active
sheet.append(HEAD)
sheet.append(["Amministrazione", "Moretti", "Giulia", datetime.date(1993, 8, 30), "0372 000001", 7])
sheet.append([None, "D’Alò", "Niccolò", "5/3/1990", '=CONCATENATE("0372 ",F3)', 8])
sheet.merge_cells("A2:A3")
book.save("openpyxl.xlsx")

book = xlsxwriter.Workbook("xlsxwriter.xlsx", {"constant_memory": True, "date_1904": True})
book.set_properties({"created": datetime.datetime(2026, 11, 29)})
sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
day = book.add_format({"num_format": "dd/mm/yy"})
sheet.write_row(0, 0, HEAD)
sheet.write_row(1, 0, ["Amministrazione", "Moretti"])
sheet.write_rich_string(1, 2, "Giu", bold, "lia")
sheet.write_datetime(1, 3, datetime.datetime(1993, 8, 30), day)
sheet.write_row(1, 4, ["0372 000001", 7])
sheet.write_row(2, 1, ["D’Alò", "Niccolò", "5/3/1990"])
sheet.write_formula(2, 4, '=CONCATENATE("0372 ",F3)')
sheet.write(2, 5, 8)
book.close()
