package org.unravel.firstlaw;

/** How far a curve is from that of a table, in units of the table's largest finite value; absolutely where that is rounding. */
final class Deviation {

    private Deviation() {
    }

    static double of(double[] table, double[] curve) {
        double scale = 0;
        for (double x : table) {
            scale = Double.isFinite(x) ? Math.max(scale, Math.abs(x)) : scale;
        }
        double most = 0;
        for (int i = 0; i < table.length; i++) {
            // an infinite value must be the same infinity
            most = Math.max(most, Double.isFinite(table[i]) ? Math.abs(table[i] - curve[i]) : table[i] == curve[i] ? 0 : Double.POSITIVE_INFINITY);
        }
        return scale < 1e-12 ? most : most / scale;
    }
}
