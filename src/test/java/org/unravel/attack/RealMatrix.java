package org.unravel.attack;

import java.util.Arrays;

/** A dense real matrix, row by row. */
final class RealMatrix {

    /** At a norm of 1/4 the Taylor series of the exponential has converged to 1e-18. */
    private static final double SERIES_NORM = 0.25;
    private static final int SERIES_TERMS = 12;

    final int size;
    final double[] data;

    RealMatrix(int size) {
        this.size = size;
        this.data = new double[size * size];
    }

    void add(int row, int column, double value) {
        data[row * size + column] += value;
    }

    void addScaled(RealMatrix other, double factor) {
        if (factor != 0) {
            for (int i = 0; i < data.length; i++) {
                data[i] += factor * other.data[i];
            }
        }
    }

    RealMatrix times(RealMatrix other) {
        RealMatrix m = new RealMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double x = data[i * size + k];
                if (x != 0) {
                    for (int j = 0, p = i * size, q = k * size; j < size; j++) {
                        m.data[p + j] += x * other.data[q + j];
                    }
                }
            }
        }
        return m;
    }

    double[] times(double[] vector) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += data[i * size + j] * vector[j];
            }
            product[i] = sum;
        }
        return product;
    }

    /** row · this. */
    double[] leftTimes(double[] row) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                product[j] += row[i] * data[i * size + j];
            }
        }
        return product;
    }

    double norm() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += Math.abs(data[i * size + j]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** exp(time · this), by its series and squaring. */
    RealMatrix exponential(double time) {
        int squarings = Math.max(0, Math.getExponent(Math.abs(time) * norm() / SERIES_NORM) + 1);
        double step = Math.scalb(time, -squarings);
        RealMatrix sum = new RealMatrix(size);
        for (int k = SERIES_TERMS; k >= 1; k--) {
            RealMatrix next = times(sum);
            next.addScaled(this, 1);
            Arrays.fill(sum.data, 0);
            sum.addScaled(next, step / k);
        }
        // exp − 1 is squared, so that what hardly changes keeps its digits
        for (int s = 0; s < squarings; s++) {
            RealMatrix square = sum.times(sum);
            square.addScaled(sum, 2);
            sum = square;
        }
        for (int i = 0; i < size; i++) {
            sum.add(i, i, 1);
        }
        return sum;
    }

    /** Solves this · x = right by elimination with row pivots; this is overwritten. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                if (Math.abs(data[i * size + k]) > Math.abs(data[pivot * size + k])) {
                    pivot = i;
                }
            }
            swap(k, pivot, x);
            eliminate(k, x);
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                x[i] -= data[i * size + j] * x[j];
            }
            x[i] /= data[i * size + i];
        }
        return x;
    }

    private void swap(int a, int b, double[] x) {
        if (a != b) {
            for (int j = 0; j < size; j++) {
                double keep = data[a * size + j];
                data[a * size + j] = data[b * size + j];
                data[b * size + j] = keep;
            }
            double keep = x[a];
            x[a] = x[b];
            x[b] = keep;
        }
    }

    private void eliminate(int k, double[] x) {
        for (int i = k + 1; i < size; i++) {
            double factor = data[i * size + k] / data[k * size + k];
            if (factor != 0) {
                for (int j = k + 1; j < size; j++) {
                    data[i * size + j] -= factor * data[k * size + j];
                }
                x[i] -= factor * x[k];
            }
        }
    }
}
