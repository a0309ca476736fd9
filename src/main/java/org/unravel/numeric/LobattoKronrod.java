package org.unravel.numeric;

/**
 * Three nested quadrature rules on [0, 1] with both ends among the nodes: Gauss–Lobatto of 4 points and its Kronrod extensions to 7 and 13,
 * exact for polynomials of degree 5, 9 and 19.
 *
 * <p>The nodes of all rules together ascend with the index 0 … 12; the rule of level 0, 1, 2 has every fourth, second, one of them.
 *
 * @see <a href="https://doi.org/10.1023/A:1022318402393">Gander and Gautschi (2000), BIT 40, 84</a>, section 3
 */
public final class LobattoKronrod {

    /** Nodes of the finest rule. */
    public static final int COUNT = 13;
    /** Rules. */
    public static final int LEVELS = 3;

    private static final double[] HALF = {0, 0.23638319966214988028, Math.sqrt(0.2), 0.64185334234578130578, Math.sqrt(2.0 / 3),
        0.94288241569547971906, 1};
    private static final double[][] WEIGHTS = {
        {5.0 / 6, 1.0 / 6},
        {16.0 / 35, 125.0 / 294, 72.0 / 245, 11.0 / 210},
        {0.2426110719014077338, 0.2249264653333395270, 0.1997734052268585268, 0.1888215739601824544, 0.1550719873365853963,
            0.0942738402188500455, 0.0158271919734801831}};

    private LobattoKronrod() {
    }

    /** A node in [0, 1]; index from 0 to 12. */
    public static double node(int index) {
        double x = HALF[Math.abs(index - COUNT / 2)];
        return index < COUNT / 2 ? 0.5 - 0.5 * x : 0.5 + 0.5 * x;
    }

    /** Distance of the nodes of a level: 4, 2, 1. */
    public static int stride(int level) {
        return 4 >> level;
    }

    /** Weight of a node in the rule of a level that has it; the weights of a rule add up to 1. */
    public static double weight(int level, int index) {
        int distance = Math.abs(index - COUNT / 2);
        // The rule of 4 points has none in the middle: its nodes are 2 and 6 away from it.
        int place = level == 0 ? (distance - 2) / 4 : distance / stride(level);
        return WEIGHTS[level][place] / 2;
    }
}
