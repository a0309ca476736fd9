package org.unravel.exact;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * A time-dependent operator as one sparse matrix whose entries are refreshed when the time moves.
 *
 * <p>The places of the entries are the union over all terms and never change, so a product costs (entries × D) however many terms
 * there are, and a constant operator costs nothing to move. Not safe for threads.
 */
final class CompiledOperator {

    /** Which number a coefficient contributes. */
    private enum Part { VALUE, RATE }

    private final Part part;
    private final boolean constant;
    private final List<TimeDependentOperator.Term> terms;
    private final Coefficients coefficients;
    private final int[] places;
    private final int[][] slots;
    private final int dimension;
    private final int[] rowStart;
    private final int[] columns;
    private final double[] re;
    private final double[] im;

    private CompiledOperator(TimeDependentOperator operator, Part part, Coefficients coefficients) {
        this.part = part;
        this.terms = operator.terms();
        this.coefficients = coefficients;
        this.places = terms.stream().mapToInt(t -> coefficients.place(t.coefficient())).toArray();
        this.constant = operator.isConstant();
        this.dimension = operator.dimension();
        SparseMatrix pattern = pattern();
        this.rowStart = pattern.rowStart();
        this.columns = pattern.columns();
        this.slots = terms.stream().map(t -> slots(t.matrix())).toArray(int[][]::new);
        this.re = new double[columns.length];
        this.im = new double[columns.length];
        if (constant) {
            refresh(Instant.at(0, 0));
        }
    }

    /** The operator itself. */
    static CompiledOperator of(TimeDependentOperator operator) {
        return of(operator, new Coefficients());
    }

    /** The same with functions that other operators share. */
    static CompiledOperator of(TimeDependentOperator operator, Coefficients coefficients) {
        return new CompiledOperator(operator, Part.VALUE, coefficients);
    }

    /** The exact time derivative of the operator. */
    static CompiledOperator rateOf(TimeDependentOperator operator) {
        return rateOf(operator, new Coefficients());
    }

    /** The same with functions that other operators share. */
    static CompiledOperator rateOf(TimeDependentOperator operator, Coefficients coefficients) {
        return new CompiledOperator(operator, Part.RATE, coefficients);
    }

    private SparseMatrix pattern() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (TimeDependentOperator.Term term : terms) {
            int[] start = term.matrix().rowStart();
            for (int i = 0; i < dimension; i++) {
                for (int p = start[i]; p < start[i + 1]; p++) {
                    builder.add(i, term.matrix().columns()[p], 1, 0);
                }
            }
        }
        return builder.build();
    }

    private int[] slots(SparseMatrix matrix) {
        int[] slots = new int[matrix.nonZeroCount()];
        for (int i = 0; i < dimension; i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                slots[p] = Arrays.binarySearch(columns, rowStart[i], rowStart[i + 1], matrix.columns()[p]);
            }
        }
        return slots;
    }

    boolean isConstant() {
        return constant;
    }

    /** Takes the entries at time t, on the smooth piece that holds at {@code branch}; see {@link TimeFunction}. */
    void moveTo(double t, double branch) {
        moveTo(Instant.at(t, branch));
    }

    /** The same at a time that is known better than to its rounding. */
    void moveTo(Instant instant) {
        if (!constant) {
            refresh(instant);
        }
    }

    private void refresh(Instant instant) {
        coefficients.moveTo(instant);
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int k = 0; k < slots.length; k++) {
            TimeFunction.Value c = coefficients.value(places[k]);
            double x = part == Part.VALUE ? c.re() : c.rateRe();
            double y = part == Part.VALUE ? c.im() : c.rateIm();
            double[] termRe = terms.get(k).matrix().re();
            double[] termIm = terms.get(k).matrix().im();
            int[] slot = slots[k];
            for (int p = 0; p < slot.length; p++) {
                re[slot[p]] += x * termRe[p] - y * termIm[p];
                im[slot[p]] += x * termIm[p] + y * termRe[p];
            }
        }
    }

    /** Largest row sum of moduli: a bound of the norm of a Hermitian operator. */
    double rowSumNorm() {
        double max = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sum += Math.hypot(re[p], im[p]);
            }
            max = Math.max(max, sum);
        }
        return max;
    }

    /** Re Tr[O M]. */
    double realTrace(DenseMatrix m) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sum += re[p] * m.re()[columns[p]][i] - im[p] * m.im()[columns[p]][i];
            }
        }
        return sum;
    }

    /** Re Tr[O M] of a Hermitian M as a sum over its packed elements ({@link DenseMatrix}): adds their weights. */
    void addPackedWeights(double factor, double[] weights) {
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                int j = columns[p];
                weights[Math.max(i, j) * dimension + Math.min(i, j)] += factor * re[p];
                if (i != j) {
                    weights[Math.min(i, j) * dimension + Math.max(i, j)] += factor * (j < i ? -im[p] : im[p]);
                }
            }
        }
    }

    /** Adds a real factor times the operator. */
    void addTo(double factor, DenseMatrix out) {
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                out.re()[i][columns[p]] += factor * re[p];
                out.im()[i][columns[p]] += factor * im[p];
            }
        }
    }

    /** Adds (factorRe + i factorIm) O M to {@code out}, which must not be M. */
    void addProduct(double factorRe, double factorIm, DenseMatrix m, DenseMatrix out) {
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                double x = factorRe * re[p] - factorIm * im[p];
                double y = factorRe * im[p] + factorIm * re[p];
                addRow(x, y, m.re()[columns[p]], m.im()[columns[p]], out.re()[i], out.im()[i]);
            }
        }
    }

    /** Adds (x + iy) times a row to another. */
    private static void addRow(double x, double y, double[] rowRe, double[] rowIm, double[] outRe, double[] outIm) {
        for (int j = 0; j < rowRe.length; j++) {
            double u = rowRe[j];
            double v = rowIm[j];
            outRe[j] += x * u - y * v;
            outIm[j] += x * v + y * u;
        }
    }

    /**
     * Adds the lower triangle of {@code rate} O ρ O† to {@code half}, the diagonal halved, so that half + half† holds the whole.
     *
     * @param rate real factor
     * @param rho a Hermitian matrix
     * @param half in and out
     * @param rowRe room to work in, shape [D]
     * @param rowIm room to work in, shape [D]
     * @return {@code rate} Tr[O ρ O†]
     */
    double addHalfSandwich(double rate, DenseMatrix rho, DenseMatrix half, double[] rowRe, double[] rowIm) {
        double trace = 0;
        for (int i = 0; i < dimension; i++) {
            if (rowStart[i] == rowStart[i + 1]) {
                continue;
            }
            Arrays.fill(rowRe, 0);
            Arrays.fill(rowIm, 0);
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                addRow(rate * re[p], rate * im[p], rho.re()[columns[p]], rho.im()[columns[p]], rowRe, rowIm);
            }
            addBelowDiagonal(i, rowRe, rowIm, half);
            double diagonal = timesAdjointRow(i, rowRe, rowIm);
            half.re()[i][i] += diagonal / 2;
            trace += diagonal;
        }
        return trace;
    }

    /** Tr[O ρ O†] of a Hermitian matrix. */
    double sandwichTrace(DenseMatrix rho, double[] rowRe, double[] rowIm) {
        double trace = 0;
        for (int i = 0; i < dimension; i++) {
            if (rowStart[i] == rowStart[i + 1]) {
                continue;
            }
            Arrays.fill(rowRe, 0);
            Arrays.fill(rowIm, 0);
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                addRow(re[p], im[p], rho.re()[columns[p]], rho.im()[columns[p]], rowRe, rowIm);
            }
            trace += timesAdjointRow(i, rowRe, rowIm);
        }
        return trace;
    }

    private void addBelowDiagonal(int i, double[] rowRe, double[] rowIm, DenseMatrix half) {
        for (int j = 0; j < i; j++) {
            double x = 0;
            double y = 0;
            for (int q = rowStart[j]; q < rowStart[j + 1]; q++) {
                int k = columns[q];
                x += rowRe[k] * re[q] + rowIm[k] * im[q];
                y += rowIm[k] * re[q] - rowRe[k] * im[q];
            }
            half.re()[i][j] += x;
            half.im()[i][j] += y;
        }
    }

    /** Real part of Σ_k row_k conj(O_ik); on the diagonal of a Hermitian matrix there is no other. */
    private double timesAdjointRow(int i, double[] rowRe, double[] rowIm) {
        double x = 0;
        for (int q = rowStart[i]; q < rowStart[i + 1]; q++) {
            x += rowRe[columns[q]] * re[q] + rowIm[columns[q]] * im[q];
        }
        return x;
    }
}
