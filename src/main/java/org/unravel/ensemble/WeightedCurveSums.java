package org.unravel.ensemble;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.model.WeightSign;

/**
 * Weighted sums of several quantities at every grid time over the trajectories of one block.
 *
 * <p>With the distance d of a value from the pivot, the block's first trajectory: Σw, Σw², Σwd, Σw²d and Σw²d². What was said of order and bits at
 * {@link CurveSums} holds for each of them.
 */
final class WeightedCurveSums implements CurveGathering {

    private static final int PARTS = CurveSums.PARTIAL_COUNT;

    private final int quantityCount;
    private final WeightSign sign;
    private final double[] weights;
    private final double[] squares;
    private final double[] sum;
    private final double[] squareSum;
    private final double[] square;
    private final double[] pivot;
    private long count;

    /** Empty sums; whether weights have both signs decides what they are merged as. */
    WeightedCurveSums(int quantityCount, int pointCount, WeightSign sign) {
        this.quantityCount = quantityCount;
        this.sign = sign;
        this.pivot = new double[quantityCount * pointCount];
        int length = pivot.length * PARTS;
        this.weights = new double[length];
        this.squares = new double[length];
        this.sum = new double[length];
        this.squareSum = new double[length];
        this.square = new double[length];
    }

    @Override
    public void clear() {
        for (double[] sums : new double[][] {weights, squares, sum, squareSum, square}) {
            Arrays.fill(sums, 0);
        }
        count = 0;
    }

    @Override
    public void setPivot(int gridIndex, int quantity, double value) {
        pivot[gridIndex * quantityCount + quantity] = value;
    }

    @Override
    public void add(int gridIndex, int quantity, long first, double[] values, double[] weight, int laneCount) {
        int cell = gridIndex * quantityCount + quantity;
        double reference = pivot[cell];
        int phase = (int) (first % PARTS);
        for (int b = 0; b < laneCount; b++) {
            int p = cell * PARTS + (phase + b & PARTS - 1);
            double w = weight[b];
            double wd = w * (values[b] - reference);
            weights[p] += w;
            squares[p] = Math.fma(w, w, squares[p]);
            sum[p] += wd;
            squareSum[p] = Math.fma(w, wd, squareSum[p]);
            square[p] = Math.fma(wd, wd, square[p]);
        }
    }

    @Override
    public void count(int trajectories) {
        count += trajectories;
    }

    @Override
    public CurveMoments moments() {
        if (sign == WeightSign.SIGNED) {
            SignedCurveMoments signed = new SignedCurveMoments(quantityCount, count, pivot.length);
            IntStream.range(0, pivot.length).forEach(c -> signed.set(c, pivot[c], sums(c)));
            return signed;
        }
        WeightedCurveMoments moments = new WeightedCurveMoments(quantityCount, count, pivot.length);
        IntStream.range(0, pivot.length).forEach(c -> moments.set(c, pivot[c], sums(c)));
        return moments;
    }

    private double[] sums(int cell) {
        return Stream.of(weights, squares, sum, squareSum, square).mapToDouble(s -> CurveSums.tree(s, cell * PARTS)).toArray();
    }
}
