package org.unravel.modes;

/** What has become of the modes after some time: U = e^{−iht} and its derivatives, in blocks between the parts. Immutable. */
final class Instant {

    private final NormalModes modes;
    private final double[] cosine;
    private final double[] sine;

    /**
     * After a time.
     *
     * @param elapsed since the start
     */
    Instant(NormalModes modes, double elapsed) {
        this.modes = modes;
        int n = modes.count();
        cosine = new double[n];
        sine = new double[n];
        for (int a = 0; a < n; a++) {
            cosine[a] = Math.cos(modes.frequencies()[a] * elapsed);
            sine[a] = Math.sin(modes.frequencies()[a] * elapsed);
        }
    }

    /** A derivative, 0 to 2, of the block of U that leads from one part to another, in local modes. */
    ComplexMatrix propagator(RealMatrix to, RealMatrix from, int derivative) {
        int n = modes.count();
        ComplexVector factors = phases(ones(n), derivative);
        RealMatrix re = scaledColumns(to, factors.re());
        RealMatrix im = scaledColumns(to, factors.im());
        RealMatrix turned = from.transposed();
        return new ComplexMatrix(re.times(turned), im.times(turned));
    }

    private static ComplexVector ones(int n) {
        ComplexVector ones = ComplexVector.zero(n);
        java.util.Arrays.fill(ones.re(), 1);
        return ones;
    }

    private static RealMatrix scaledColumns(RealMatrix matrix, double... factors) {
        RealMatrix all = new RealMatrix(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                all.entries()[i * matrix.columns() + j] = matrix.at(i, j) * factors[j];
            }
        }
        return all;
    }

    /** A derivative of the normal amplitudes that began with these: (−iε)^p e^{−iεt} b. */
    ComplexVector phases(ComplexVector start, int derivative) {
        int n = modes.count();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int a = 0; a < n; a++) {
            double x = start.re()[a] * cosine[a] + start.im()[a] * sine[a];
            double y = start.im()[a] * cosine[a] - start.re()[a] * sine[a];
            for (int p = 0; p < derivative; p++) {
                double old = x;
                x = modes.frequencies()[a] * y;
                y = -modes.frequencies()[a] * old;
            }
            re[a] = x;
            im[a] = y;
        }
        return new ComplexVector(re, im);
    }

    /** A derivative of the amplitudes of a part, in local modes. */
    ComplexVector amplitude(RealMatrix part, ComplexVector start, int derivative) {
        ComplexVector normal = phases(start, derivative);
        return new ComplexVector(part.times(normal.re()), part.times(normal.im()));
    }

    /** A derivative, 0 or 1, of second moments that began with these, by normal modes: e^{−iεt} B e^{iεt}. */
    ComplexMatrix moments(ComplexMatrix start, int derivative) {
        int n = modes.count();
        ComplexMatrix all = new ComplexMatrix(n, n);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double c = cosine[a] * cosine[b] + sine[a] * sine[b];
                double s = cosine[a] * sine[b] - sine[a] * cosine[b];
                double x = start.re().entries()[a * n + b];
                double y = start.im().entries()[a * n + b];
                double re = x * c - y * s;
                double im = x * s + y * c;
                double difference = modes.frequencies()[a] - modes.frequencies()[b];
                all.re().entries()[a * n + b] = derivative == 0 ? re : difference * im;
                all.im().entries()[a * n + b] = derivative == 0 ? im : -difference * re;
            }
        }
        return all;
    }

    /** A block of second moments between parts, in local modes. */
    static ComplexMatrix block(RealMatrix rows, ComplexMatrix moments, RealMatrix columns) {
        return rows.times(moments).times(columns.transposed());
    }

    /** An operator Σ F_ij a_i†a_j of normal modes at this time, as one of the start: e^{iεt} F e^{−iεt}. */
    ComplexMatrix atStart(ComplexMatrix operator) {
        int n = modes.count();
        ComplexMatrix all = new ComplexMatrix(n, n);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double c = cosine[a] * cosine[b] + sine[a] * sine[b];
                double s = cosine[a] * sine[b] - sine[a] * cosine[b];
                double x = operator.re().entries()[a * n + b];
                double y = operator.im().entries()[a * n + b];
                all.re().entries()[a * n + b] = x * c + y * s;
                all.im().entries()[a * n + b] = y * c - x * s;
            }
        }
        return all;
    }
}
