package org.unravel.exact;

import org.unravel.model.Model;

/**
 * The generator of a model that does not depend on time as real matrices on packed Hermitian matrices ({@link DenseMatrix}): the part
 * without jumps, and the jump term of each channel. Shape [n][n] each, n = D² or what can be reached.
 */
final class DenseSuperoperators {

    private final double[][] noJump;
    private final double[][][] jumps;
    private final double[][] rates;

    private DenseSuperoperators(int size, int channels) {
        this.noJump = new double[size][size];
        this.jumps = new double[channels][size][size];
        this.rates = new double[channels][size];
    }

    /** On all matrices. */
    static DenseSuperoperators of(Model model) {
        return of(model, new MatrixFlow(model));
    }

    /** On the packed numbers that a flow of the model keeps: applies it to every basis matrix. */
    static DenseSuperoperators of(Model model, TiltedFlow flow) {
        double t = model.time().start();
        flow.moveTo(t, StopTimes.of(model).branchAfter(0));
        int size = flow.size();
        int channels = flow.channelCount();
        DenseSuperoperators all = new DenseSuperoperators(size, channels);
        double[] basis = new double[size];
        double[] image = new double[size];
        for (int j = 0; j < size; j++) {
            basis[j] = 1;
            flow.begin(basis, 0);
            flow.end(image, 0);
            setColumn(all.noJump, j, image);
            for (int k = 0; k < channels; k++) {
                flow.beginEmpty();
                all.rates[k][j] = flow.jumpRate(k, basis, 0);
                flow.jump(k, 1, basis, 0);
                flow.end(image, 0);
                setColumn(all.jumps[k], j, image);
            }
            basis[j] = 0;
        }
        return all;
    }

    /** True if neither H nor a jump operator nor a rate depends on time. */
    static boolean applyTo(Model model) {
        return model.hamiltonian().isConstant()
                && model.channels().stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant());
    }

    private static void setColumn(double[][] matrix, int column, double[] image) {
        for (int i = 0; i < image.length; i++) {
            matrix[i][column] = image[i];
        }
    }

    int size() {
        return noJump.length;
    }

    int channelCount() {
        return jumps.length;
    }

    /** The part without jumps; the matrices' own arrays. */
    double[][] noJump() {
        return noJump;
    }

    /** ρ ↦ L_kρL_k†. */
    double[][] jump(int channel) {
        return jumps[channel];
    }

    /** The row ρ ↦ Tr[L_kρL_k†]. */
    double[] rate(int channel) {
        return rates[channel];
    }

    /** The tilted generator for factors e^{iφ_k} of each jump. */
    ComplexMatrix tilted(double[] phases) {
        ComplexMatrix generator = new ComplexMatrix(size());
        generator.add(1, 0, noJump);
        for (int k = 0; k < jumps.length; k++) {
            generator.add(Math.cos(phases[k]), Math.sin(phases[k]), jumps[k]);
        }
        return generator;
    }
}
