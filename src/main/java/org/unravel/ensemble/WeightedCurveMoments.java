package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weighted means μ = Σwx/Σw of several quantities at every grid time over N trajectories, with se² = Σw²(x − μ)²/(Σw)² · N/(N − 1); merges pairwise.
 *
 * <p>Keeps Σw, Σw², μ, ν = Σw²x/Σw² and Σw²(x − ν)²; no difference of large sums is taken. Σw²(x − μ)² is the last and Σw²(ν − μ)².
 *
 * @see <a href="https://artowen.su.domains/mc/">Owen, Monte Carlo theory, methods and examples, §9.2: self-normalised sums</a>
 * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque (1983), Am. Stat. 37, 242, eq. 2.1</a>
 */
final class WeightedCurveMoments implements CurveMoments {

    private final int quantityCount;
    private long count;
    private final double[] weight;
    private final double[] squares;
    private final double[] mean;
    private final double[] squaresMean;
    private final double[] deviation;

    /** Moments of so many trajectories; the cells are yet to be set. */
    WeightedCurveMoments(int quantityCount, long count, int cells) {
        this.quantityCount = quantityCount;
        this.count = count;
        this.weight = new double[cells];
        this.squares = new double[cells];
        this.mean = new double[cells];
        this.squaresMean = new double[cells];
        this.deviation = new double[cells];
    }

    /** Sets a cell from Σw, Σw², Σwd, Σw²d and Σw²d² with d the distance from a pivot. */
    void set(int cell, double pivot, double[] sums) {
        weight[cell] = sums[0];
        squares[cell] = sums[1];
        mean[cell] = sums[0] == 0 ? pivot : pivot + sums[2] / sums[0];
        squaresMean[cell] = sums[1] == 0 ? pivot : pivot + sums[3] / sums[1];
        deviation[cell] = sums[1] == 0 ? 0 : Math.max(0, sums[4] - sums[3] * sums[3] / sums[1]);
    }

    @Override
    public void combine(CurveMoments other) {
        WeightedCurveMoments later = (WeightedCurveMoments) other;
        for (int c = 0; c < mean.length; c++) {
            double sum = weight[c] + later.weight[c];
            double squareSum = squares[c] + later.squares[c];
            if (squareSum == 0) {
                continue;
            }
            double difference = later.squaresMean[c] - squaresMean[c];
            double share = later.squares[c] / squareSum;
            mean[c] = Math.fma(later.mean[c] - mean[c], later.weight[c] / sum, mean[c]);
            deviation[c] += later.deviation[c] + difference * difference * squares[c] * share;
            squaresMean[c] = Math.fma(difference, share, squaresMean[c]);
            weight[c] = sum;
            squares[c] = squareSum;
        }
        count += later.count;
    }

    @Override
    public Curve curve(String name, int quantity) {
        int points = mean.length / quantityCount;
        double[] m = new double[points];
        double[] se = new double[points];
        for (int i = 0; i < points; i++) {
            int c = i * quantityCount + quantity;
            double off = squaresMean[c] - mean[c];
            double scatter = deviation[c] + squares[c] * off * off;
            m[i] = weight[c] > 0 ? mean[c] : Double.NaN;
            se[i] = count > 1 && weight[c] > 0 ? Math.sqrt(scatter * count / (count - 1.0)) / weight[c] : Double.NaN;
        }
        return new Curve(name, m, se);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int c = 0; c < mean.length; c++) {
            out.writeDouble(weight[c]);
            out.writeDouble(squares[c]);
            out.writeDouble(mean[c]);
            out.writeDouble(squaresMean[c]);
            out.writeDouble(deviation[c]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int c = 0; c < mean.length; c++) {
            weight[c] = in.readDouble();
            squares[c] = in.readDouble();
            mean[c] = in.readDouble();
            squaresMean[c] = in.readDouble();
            deviation[c] = in.readDouble();
        }
    }
}
