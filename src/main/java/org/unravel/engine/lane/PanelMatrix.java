package org.unravel.engine.lane;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;

/**
 * A block-diagonal matrix laid out for products with whole lane groups.
 *
 * <p>The rows of each block go in panels of four; a pair and a single row are left at most. Inside a panel the entries stand column by
 * column, in the order in which a product reads them, each as re, im, −im: a broadcast from memory is free beside the multiply-adds, a
 * negation in registers is not.
 *
 * @param partition the partition
 * @param entries shape [partition.entryCount()][{@link #WORDS}], flat
 */
public record PanelMatrix(BlockPartition partition, double[] entries) {

    /** Numbers that an entry takes. */
    public static final int WORDS = 3;

    public static PanelMatrix of(BlockMatrix a) {
        BlockPartition partition = a.partition();
        double[] entries = new double[WORDS * partition.entryCount()];
        for (int m = 0; m < partition.blockCount(); m++) {
            int d = partition.block(m).length;
            int q = WORDS * partition.offset(m);
            for (int row = 0; row < d; row += panelRows(d, row)) {
                for (int e = 0; e < d * panelRows(d, row); e++, q += WORDS) {
                    int p = partition.offset(m) + (row + e % panelRows(d, row)) * d + e / panelRows(d, row);
                    entries[q] = a.re()[p];
                    entries[q + 1] = a.im()[p];
                    entries[q + 2] = -a.im()[p];
                }
            }
        }
        return new PanelMatrix(partition, entries);
    }

    public static PanelMatrix[] of(BlockMatrix[] all) {
        PanelMatrix[] panels = new PanelMatrix[all.length];
        for (int i = 0; i < all.length; i++) {
            panels[i] = of(all[i]);
        }
        return panels;
    }

    /** Rows of the panel that starts at a row of a block of {@code size} states: 4, 2 or 1. */
    static int panelRows(int size, int row) {
        return size - row >= 4 ? 4 : size - row >= 2 ? 2 : 1;
    }

    /** Where the panel that starts at a row of block m starts in {@link #entries}. */
    int panelStart(int m, int row) {
        return WORDS * (partition.offset(m) + row * partition.block(m).length);
    }
}
