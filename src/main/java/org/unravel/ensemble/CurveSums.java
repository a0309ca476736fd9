package org.unravel.ensemble;

import java.util.Arrays;

/**
 * Sums and sums of squares of several quantities at every grid time over the trajectories of one block, all of weight 1.
 *
 * <p>Values are taken relative to a pivot, the block's first trajectory, so that squares do not swallow digits. Each sum is kept as eight
 * partial sums by trajectory index mod 8, each added up in the order of the index, and put together by a fixed tree: the same bits for any
 * number of lanes (engine.md, "Why results do not depend on threads").
 */
final class CurveSums implements CurveGathering {

    static final int PARTIAL_COUNT = 8;
    /**
     * Values that a run adds in plain Java before it takes the fastest kernel: some 0.1 s of work, less than it takes to compile vectors. Both
     * give the same bits, so where the change comes shows in no result.
     */
    private static final double PLAIN_VALUES = 5e7;

    private final SumKernel plain = new PlainSumKernel();
    private final SumKernel fastest = SumKernel.fastest();
    private final long plainCount;
    private final int quantityCount;
    private final double[] sum;
    private final double[] square;
    private final double[] pivot;
    private long count;

    CurveSums(int quantityCount, int pointCount) {
        this.quantityCount = quantityCount;
        this.sum = new double[quantityCount * pointCount * PARTIAL_COUNT];
        this.square = new double[sum.length];
        this.pivot = new double[quantityCount * pointCount];
        this.plainCount = plainCount(pivot.length);
    }

    /** Trajectories of so many cells each that go the plain way. */
    static long plainCount(int cells) {
        return (long) (PLAIN_VALUES / cells);
    }

    @Override
    public void clear() {
        Arrays.fill(sum, 0);
        Arrays.fill(square, 0);
        count = 0;
    }

    @Override
    public void setPivot(int gridIndex, int quantity, double value) {
        pivot[gridIndex * quantityCount + quantity] = value;
    }

    @Override
    public void count(int trajectories) {
        count += trajectories;
    }

    @Override
    public void add(int gridIndex, int quantity, long first, double[] values, double[] weight, int laneCount) {
        add(gridIndex, quantity, first, values, laneCount);
    }

    /** Adds one quantity of trajectories {@code first …} at a grid time. */
    void add(int gridIndex, int quantity, long first, double[] values, int laneCount) {
        int cell = gridIndex * quantityCount + quantity;
        SumKernel kernel = first < plainCount ? plain : fastest;
        kernel.add(values, laneCount, (int) (first % PARTIAL_COUNT), pivot[cell], sum, square, cell * PARTIAL_COUNT);
    }

    @Override
    public CurveMoments moments() {
        int cells = pivot.length;
        double[] mean = new double[cells];
        double[] deviation = new double[cells];
        for (int c = 0; c < cells; c++) {
            double s = tree(sum, c * PARTIAL_COUNT);
            double q = tree(square, c * PARTIAL_COUNT);
            mean[c] = pivot[c] + s / count;
            deviation[c] = Math.max(0, q - s * s / count);
        }
        return new UnitCurveMoments(quantityCount, count, mean, deviation);
    }

    static double tree(double[] a, int i) {
        return ((a[i] + a[i + 1]) + (a[i + 2] + a[i + 3])) + ((a[i + 4] + a[i + 5]) + (a[i + 6] + a[i + 7]));
    }
}
