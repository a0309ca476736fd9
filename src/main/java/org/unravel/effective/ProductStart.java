package org.unravel.effective;

import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;

/**
 * The states of a part and of the rest at the start, and by how much the whole is not their product.
 *
 * @param part packed, shape [d²]
 * @param rest packed
 * @param defect largest modulus of a real or imaginary part of an element of ρ − ρ_part⊗ρ_rest
 */
record ProductStart(double[] part, double[] rest, double defect) {

    static ProductStart of(InitialState initial, Bipartition parts) {
        double[] part = reduced(initial, parts);
        double[] rest = reduced(initial, parts.swapped());
        return new ProductStart(part, rest, defect(initial, parts, part, rest));
    }

    /** Multiply-adds that {@link #of} takes. */
    static double work(InitialState initial, Bipartition parts) {
        return 4.0 * initial.components().size() * parts.dimension() * parts.dimension();
    }

    private static double[] reduced(InitialState initial, Bipartition parts) {
        int d = parts.partDimension();
        int[][] joint = parts.joint();
        double[] packed = new double[d * d];
        for (Component c : initial.components()) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b <= a; b++) {
                    double x = 0;
                    double y = 0;
                    for (int e = 0; e < parts.restDimension(); e++) {
                        int i = joint[a][e];
                        int j = joint[b][e];
                        x += c.re()[i] * c.re()[j] + c.im()[i] * c.im()[j];
                        y += c.im()[i] * c.re()[j] - c.re()[i] * c.im()[j];
                    }
                    packed[a * d + b] += c.probability() * x;
                    if (b < a) {
                        packed[b * d + a] -= c.probability() * y;
                    }
                }
            }
        }
        return packed;
    }

    private static double defect(InitialState initial, Bipartition parts, double[] part, double... rest) {
        double largest = 0;
        int d = parts.partDimension();
        int m = parts.restDimension();
        for (int i = 0; i < parts.dimension(); i++) {
            for (int j = 0; j <= i; j++) {
                double u = Bipartition.re(part, d, parts.part()[i], parts.part()[j]);
                double v = Bipartition.im(part, d, parts.part()[i], parts.part()[j]);
                double s = Bipartition.re(rest, m, parts.rest()[i], parts.rest()[j]);
                double t = Bipartition.im(rest, m, parts.rest()[i], parts.rest()[j]);
                double x = v * t - u * s;
                double y = -u * t - v * s;
                for (Component c : initial.components()) {
                    x += c.probability() * (c.re()[i] * c.re()[j] + c.im()[i] * c.im()[j]);
                    y += c.probability() * (c.im()[i] * c.re()[j] - c.re()[i] * c.im()[j]);
                }
                largest = Math.max(largest, Math.max(Math.abs(x), Math.abs(y)));
            }
        }
        return largest;
    }
}
