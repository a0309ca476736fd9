package org.unravel.firstlaw;

/**
 * The rule of 7 and 15 points on the interval from 0 to 1.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-61786-7">Piessens and others (1983), QUADPACK, routine QK15</a>
 */
final class GaussKronrod {

    private static final double[] POINTS = {0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
            0.586087235467691130294144691693, 0.405845151377397166906606412076961, 0.207784955007898467600689403773245, 0};
    private static final double[] KRONROD = {0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
            0.169004726639267902826583426598550, 0.190350578064785409913256402421014, 0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
    private static final double[] GAUSS = {0, 0.129484966168869693270611432679082, 0, 0.279705391489276667901467771423780, 0, 0.381830050505118944950369775488975, 0,
            0.417959183673469387755102040816327};

    static final int COUNT = 15;
    private static final double SHARPENED = 200;

    private GaussKronrod() {
    }

    private static int mirrored(int node) {
        return Math.min(node, COUNT - 1 - node);
    }

    /** A node in (0, 1), ascending. */
    static double node(int i) {
        double x = POINTS[mirrored(i)];
        return 0.5 * (i < COUNT / 2 ? 1 - x : 1 + x);
    }

    /** The weight of a node in the rule of 15 points; they add up to 1. */
    static double weight(int i) {
        return 0.5 * KRONROD[mirrored(i)];
    }

    /** What the rule errs by at most, as QUADPACK has it, from the values at the nodes; in units of the interval. */
    static double error(double[] values) {
        double difference = 0;
        double mean = 0;
        for (int i = 0; i < COUNT; i++) {
            difference += (weight(i) - 0.5 * GAUSS[mirrored(i)]) * values[i];
            mean += weight(i) * values[i];
        }
        double spread = 0;
        for (int i = 0; i < COUNT; i++) {
            spread += weight(i) * Math.abs(values[i] - mean);
        }
        double plain = Math.abs(difference);
        return spread == 0 || plain == 0 ? plain : spread * Math.min(1, Math.pow(SHARPENED * plain / spread, 1.5));
    }
}
