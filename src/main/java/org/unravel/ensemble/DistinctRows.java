package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;

import org.unravel.trajectory.Ledger;

/** Rows of a ledger that are summed, each once: quantities that are equal always are one row, under each of their names. */
final class DistinctRows {

    private static final int NONE = -1;

    private final Ledger ledger;
    private final List<double[]> rows = new ArrayList<>();

    DistinctRows(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes the row of a quantity in; its place among the rows. */
    int add(String quantity) {
        int place = place(quantity);
        if (place != NONE) {
            return place;
        }
        rows.add(row(quantity));
        return rows.size() - 1;
    }

    /** The place of the row of a quantity, or −1. */
    int place(String quantity) {
        double[] row = row(quantity);
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place) == row) {
                return place;
            }
        }
        return NONE;
    }

    private double[] row(String quantity) {
        return ledger.values()[ledger.names().indexOf(quantity)];
    }

    /** The values of all rows, each the ledger's own, shape [rows][lanes]. */
    double[][] values() {
        return rows.toArray(double[][]::new);
    }
}
