package org.unravel.ensemble;

import java.util.Arrays;

/**
 * Weighted sums of several quantities at every grid time over the trajectories of one block.
 *
 * <p>With the distance d of a value from the pivot, the block's first trajectory: Σw, Σw², Σwd, Σw²d and Σw²d². What was said of order and bits at
 * {@link CurveSums} holds for each of them.
 */
final class WeightedCurveSums implements CurveGathering {

    private static final int PARTS = CurveSums.PARTIAL_COUNT;

    private final int quantityCount;
    private final double[] weights;
    private final double[] squares;
    private final double[] sum;
    private final double[] squareSum;
    private final double[] square;
    private final double[] pivot;
    private long count;

    WeightedCurveSums(int quantityCount, int pointCount) {
        this.quantityCount = quantityCount;
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
        WeightedCurveMoments moments = new WeightedCurveMoments(quantityCount, count, pivot.length);
        for (int c = 0; c < pivot.length; c++) {
            int i = c * PARTS;
            moments.set(c, pivot[c], new double[] {CurveSums.tree(weights, i), CurveSums.tree(squares, i), CurveSums.tree(sum, i),
                    CurveSums.tree(squareSum, i), CurveSums.tree(square, i)});
        }
        return moments;
    }
}
