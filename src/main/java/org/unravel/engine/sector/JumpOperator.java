package org.unravel.engine.sector;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** A jump operator from the states of one sector to those of another, in compressed rows. One per worker where it depends on time. */
final class JumpOperator {

    private final int[] rowStart;
    private final int[] columns;
    private final double[] re;
    private final double[] im;
    private final SharedFunctions functions;
    private final int[] coefficients;
    private final double[][] termRe;
    private final double[][] termIm;

    /**
     * The part of an operator that takes {@code from} to {@code to}; both ascend.
     *
     * @param operator on the whole space
     * @param functions those of the operators that are used at one time
     */
    JumpOperator(TimeDependentOperator operator, int[] from, int[] to, SharedFunctions functions) {
        this.functions = functions;
        List<TimeDependentOperator.Term> terms = operator.terms();
        int[] place = new int[operator.dimension()];
        Arrays.fill(place, -1);
        for (int j = 0; j < from.length; j++) {
            place[from[j]] = j;
        }
        SparseMatrix pattern = pattern(terms, operator.dimension());
        int[] wholeColumn = new int[pattern.nonZeroCount()];
        int[] column = new int[wholeColumn.length];
        int[] row = new int[wholeColumn.length];
        rowStart = new int[to.length + 1];
        int n = 0;
        for (int i = 0; i < to.length; i++) {
            for (int p = pattern.rowStart()[to[i]]; p < pattern.rowStart()[to[i] + 1]; p++) {
                int j = pattern.columns()[p];
                if (place[j] >= 0) {
                    row[n] = to[i];
                    wholeColumn[n] = j;
                    column[n++] = place[j];
                }
            }
            rowStart[i + 1] = n;
        }
        columns = Arrays.copyOf(column, n);
        re = new double[n];
        im = new double[n];
        coefficients = terms.stream().mapToInt(t -> functions.place(t.coefficient())).toArray();
        termRe = new double[coefficients.length][n];
        termIm = new double[coefficients.length][n];
        for (int f = 0; f < coefficients.length; f++) {
            for (int p = 0; p < n; p++) {
                termRe[f][p] = terms.get(f).matrix().re(row[p], wholeColumn[p]);
                termIm[f][p] = terms.get(f).matrix().im(row[p], wholeColumn[p]);
            }
        }
        if (operator.isConstant()) {
            combine(0, 0);
        }
    }

    /** Every place at which a term has an entry. */
    private static SparseMatrix pattern(List<TimeDependentOperator.Term> terms, int dimension) {
        SparseMatrixBuilder union = new SparseMatrixBuilder(dimension);
        for (TimeDependentOperator.Term term : terms) {
            SparseMatrix a = term.matrix();
            for (int i = 0; i < a.dimension(); i++) {
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    union.add(i, a.columns()[p], 1, 0);
                }
            }
        }
        return union.build();
    }

    private void combine(double t, double branch) {
        functions.moveTo(t, branch);
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int f = 0; f < coefficients.length; f++) {
            TimeFunction.Value c = functions.value(coefficients[f]);
            for (int p = 0; p < re.length; p++) {
                re[p] += c.re() * termRe[f][p] - c.im() * termIm[f][p];
                im[p] += c.re() * termIm[f][p] + c.im() * termRe[f][p];
            }
        }
    }

    /** Takes the operator to a time on the smooth piece of {@code branch}; needed before use where it depends on time. */
    void moveTo(double t, double branch) {
        combine(t, branch);
    }

    int rowCount() {
        return rowStart.length - 1;
    }

    int[] rowStart() {
        return rowStart;
    }

    int[] columns() {
        return columns;
    }

    /** ‖Aψ‖². */
    double squaredNorm(double[] ketRe, double[] ketIm) {
        double sum = 0;
        for (int i = 0, p = 0; i + 1 < rowStart.length; i++) {
            double x = 0;
            double y = 0;
            for (; p < rowStart[i + 1]; p++) {
                int k = columns[p];
                x += re[p] * ketRe[k] - im[p] * ketIm[k];
                y += re[p] * ketIm[k] + im[p] * ketRe[k];
            }
            sum += x * x + y * y;
        }
        return sum;
    }

    /** Writes Aψ/‖Aψ‖, in the states of the target. */
    void apply(double[] ketRe, double[] ketIm, double[] outRe, double[] outIm) {
        double sum = 0;
        for (int i = 0, p = 0; i + 1 < rowStart.length; i++) {
            double x = 0;
            double y = 0;
            for (; p < rowStart[i + 1]; p++) {
                int k = columns[p];
                x += re[p] * ketRe[k] - im[p] * ketIm[k];
                y += re[p] * ketIm[k] + im[p] * ketRe[k];
            }
            outRe[i] = x;
            outIm[i] = y;
            sum += x * x + y * y;
        }
        double scale = 1 / Math.sqrt(sum);
        for (int i = 0; i + 1 < rowStart.length; i++) {
            outRe[i] *= scale;
            outIm[i] *= scale;
        }
    }
}
