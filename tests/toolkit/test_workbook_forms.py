from io import BytesIO

from openpyxl import load_workbook

from toolkit.workbook_forms import form_of


def test_a_form_offers_choices_and_keeps_every_cell_as_text():
    content = form_of(
        "导入", ["类别*", "号码"], choices={0: ["甲", "乙"]}, explained=[("列", "必填", "怎么填", "例子")]
    )

    book = load_workbook(BytesIO(content))
    sheet = book.active
    [rule] = sheet.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == ("'选项'!$A$1:$A$2", "A2:A1001")
    assert [cell.value for cell in book["选项"]["A"]] == ["甲", "乙"]
    assert {sheet.column_dimensions[letter].number_format for letter in "AB"} == {"@"}
