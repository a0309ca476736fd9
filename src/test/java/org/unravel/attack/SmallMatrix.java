package org.unravel.attack;

/**
 * A small dense complex matrix.
 *
 * @param dimension rows and columns
 * @param re real parts, row by row
 * @param im imaginary parts
 */
record SmallMatrix(int dimension, double[] re, double[] im) {

    static SmallMatrix zero(int dimension) {
        return new SmallMatrix(dimension, new double[dimension * dimension], new double[dimension * dimension]);
    }

    static SmallMatrix identity(int dimension) {
        return diagonal(java.util.stream.DoubleStream.generate(() -> 1).limit(dimension).toArray());
    }

    static SmallMatrix diagonal(double... values) {
        SmallMatrix m = zero(values.length);
        for (int i = 0; i < values.length; i++) {
            m.re[i * values.length + i] = values[i];
        }
        return m;
    }

    /** |row⟩⟨column|. */
    static SmallMatrix unit(int dimension, int row, int column) {
        SmallMatrix m = zero(dimension);
        m.re[row * dimension + column] = 1;
        return m;
    }

    /** |ket⟩⟨ket|. */
    static SmallMatrix projector(double[] ketRe, double[] ketIm) {
        int d = ketRe.length;
        SmallMatrix m = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                m.re[i * d + j] = ketRe[i] * ketRe[j] + ketIm[i] * ketIm[j];
                m.im[i * d + j] = ketIm[i] * ketRe[j] - ketRe[i] * ketIm[j];
            }
        }
        return m;
    }

    SmallMatrix times(SmallMatrix other) {
        int d = dimension;
        SmallMatrix m = zero(d);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                double xr = re[i * d + k];
                double xi = im[i * d + k];
                if (xr == 0 && xi == 0) {
                    continue;
                }
                for (int j = 0; j < d; j++) {
                    double yr = other.re[k * d + j];
                    double yi = other.im[k * d + j];
                    m.re[i * d + j] += xr * yr - xi * yi;
                    m.im[i * d + j] += xr * yi + xi * yr;
                }
            }
        }
        return m;
    }

    SmallMatrix plus(SmallMatrix other, double factor) {
        SmallMatrix m = new SmallMatrix(dimension, re.clone(), im.clone());
        for (int i = 0; i < re.length; i++) {
            m.re[i] += factor * other.re[i];
            m.im[i] += factor * other.im[i];
        }
        return m;
    }

    SmallMatrix plus(SmallMatrix other) {
        return plus(other, 1);
    }

    SmallMatrix scaled(double factor) {
        return zero(dimension).plus(this, factor);
    }

    /** i times this. */
    SmallMatrix timesI() {
        SmallMatrix m = zero(dimension);
        for (int i = 0; i < re.length; i++) {
            m.re[i] = -im[i];
            m.im[i] = re[i];
        }
        return m;
    }

    SmallMatrix adjoint() {
        SmallMatrix m = zero(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                m.re[j * dimension + i] = re[i * dimension + j];
                m.im[j * dimension + i] = -im[i * dimension + j];
            }
        }
        return m;
    }

    SmallMatrix commutator(SmallMatrix other) {
        return times(other).plus(other.times(this), -1);
    }

    /** Kronecker product, this the slower index. */
    SmallMatrix kron(SmallMatrix other) {
        int d = dimension * other.dimension;
        SmallMatrix m = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                int a = i / other.dimension * dimension + j / other.dimension;
                int b = i % other.dimension * other.dimension + j % other.dimension;
                m.re[i * d + j] = re[a] * other.re[b] - im[a] * other.im[b];
                m.im[i * d + j] = re[a] * other.im[b] + im[a] * other.re[b];
            }
        }
        return m;
    }

    /** Re Tr(this · other). */
    double realTrace(SmallMatrix other) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
                sum += re[i * dimension + k] * other.re[k * dimension + i] - im[i * dimension + k] * other.im[k * dimension + i];
            }
        }
        return sum;
    }

    /** Largest row sum of moduli: a bound of the norm. */
    double norm() {
        double largest = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int j = 0; j < dimension; j++) {
                sum += Math.hypot(re[i * dimension + j], im[i * dimension + j]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    double largest() {
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.hypot(re[i], im[i]));
        }
        return largest;
    }

    boolean isDiagonal() {
        for (int i = 0; i < re.length; i++) {
            if (i / dimension != i % dimension && (re[i] != 0 || im[i] != 0)) {
                return false;
            }
        }
        return true;
    }
}
