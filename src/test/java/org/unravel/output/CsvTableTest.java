package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** One row of cells. */
class CsvTableTest {

    @Test
    void numbersReadBackAndTextsStandInQuotesWhereTheyMust() {
        assertEquals("-1.5,,inf,-inf,7,work", CsvTable.line(List.of(-1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 7, "work")));
        assertEquals("\"a,b\",\"say \"\"c\"\"\",\"d\ne\"", CsvTable.line(List.of("a,b", "say \"c\"", "d\ne")));
    }

    /** A table of a stranger's records is opened in a spreadsheet, which would run what looks like a formula. */
    @Test
    void formulasAreTexts() {
        assertEquals("'=1+1,'+cmd,'-2+3,'@SUM(1),'\t=1,\"'=HYPERLINK(\"\"x\"\",1)\"", CsvTable.line(List.of("=1+1", "+cmd", "-2+3", "@SUM(1)", "\t=1", "=HYPERLINK(\"x\",1)")));
        assertEquals("-2,+2.5,-1.5E-7,a=1,heat.-x,-3", CsvTable.line(List.of("-2", "+2.5", "-1.5E-7", "a=1", "heat.-x", -3)));
    }
}
