package org.unravel.numeric;

/** Plain dense complex matrices for tests: slow and obvious. Shape [rows][columns]. */
record DenseComplex(double[][] re, double[][] im) {

    static DenseComplex zero(int d) {
        return new DenseComplex(new double[d][d], new double[d][d]);
    }

    static DenseComplex identity(int d) {
        DenseComplex one = zero(d);
        for (int i = 0; i < d; i++) {
            one.re[i][i] = 1;
        }
        return one;
    }

    static DenseComplex of(SparseMatrix a) {
        DenseComplex m = zero(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int j = 0; j < a.dimension(); j++) {
                m.re[i][j] = a.re(i, j);
                m.im[i][j] = a.im(i, j);
            }
        }
        return m;
    }

    static DenseComplex of(BlockMatrix a) {
        DenseComplex m = zero(a.partition().dimension());
        for (int b = 0; b < a.partition().blockCount(); b++) {
            int[] block = a.partition().block(b);
            for (int i = 0; i < block.length; i++) {
                for (int j = 0; j < block.length; j++) {
                    m.re[block[i]][block[j]] = a.re()[a.partition().offset(b) + i * block.length + j];
                    m.im[block[i]][block[j]] = a.im()[a.partition().offset(b) + i * block.length + j];
                }
            }
        }
        return m;
    }

    int dimension() {
        return re.length;
    }

    DenseComplex times(DenseComplex o) {
        int d = dimension();
        DenseComplex p = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    p.re[i][j] += re[i][k] * o.re[k][j] - im[i][k] * o.im[k][j];
                    p.im[i][j] += re[i][k] * o.im[k][j] + im[i][k] * o.re[k][j];
                }
            }
        }
        return p;
    }

    DenseComplex plus(double factor, DenseComplex o) {
        int d = dimension();
        DenseComplex s = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                s.re[i][j] = re[i][j] + factor * o.re[i][j];
                s.im[i][j] = im[i][j] + factor * o.im[i][j];
            }
        }
        return s;
    }

    DenseComplex scaled(double factor) {
        return zero(dimension()).plus(factor, this);
    }

    /** e^A by Taylor's series of A/2^10 and ten squarings; good to 2^10 roundings for ‖A‖ of order one. */
    DenseComplex exponential() {
        int squarings = 10;
        int terms = 12;
        DenseComplex small = scaled(1.0 / (1 << squarings));
        DenseComplex power = identity(dimension());
        DenseComplex sum = power;
        for (int k = 1; k <= terms; k++) {
            power = power.times(small).scaled(1.0 / k);
            sum = sum.plus(1, power);
        }
        for (int s = 0; s < squarings; s++) {
            sum = sum.times(sum);
        }
        return sum;
    }

    double distance(DenseComplex o) {
        double max = 0;
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                double d = Math.hypot(re[i][j] - o.re[i][j], im[i][j] - o.im[i][j]);
                max = d <= max ? max : d;
            }
        }
        return max;
    }
}
