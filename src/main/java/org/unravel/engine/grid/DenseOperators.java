package org.unravel.engine.grid;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The energy operators at all 16 Chebyshev nodes of a step, entry by entry with the nodes contiguous.
 *
 * @param terms which of them count
 * @param energy E
 * @param jumpRate K
 * @param apart K of each bath apart
 * @param power Ė
 * @param unitary i[H,E]
 */
record DenseOperators(EnergyTerms terms, Rows energy, Rows jumpRate, Rows[] apart, Rows power, Rows unitary) {

    private static final int N = NodeValues.N;

    /**
     * One operator in compressed rows with 16 values for each entry.
     *
     * @param rowStart row i has the entries from {@code rowStart[i]} (inclusive) to {@code rowStart[i + 1]} (exclusive)
     * @param columns column of each entry
     * @param re real parts, shape [entries][16] flat
     * @param im imaginary parts
     */
    record Rows(int[] rowStart, int[] columns, double[] re, double[] im) {

        static Rows of(SparseMatrix[] atNodes) {
            SparseMatrixBuilder union = new SparseMatrixBuilder(atNodes[0].dimension());
            for (SparseMatrix a : atNodes) {
                for (int i = 0; i < a.dimension(); i++) {
                    for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                        union.add(i, a.columns()[p], 1, 0);
                    }
                }
            }
            SparseMatrix pattern = union.build();
            double[] re = new double[pattern.nonZeroCount() * N];
            double[] im = new double[re.length];
            for (int i = 0; i < pattern.dimension(); i++) {
                for (int p = pattern.rowStart()[i]; p < pattern.rowStart()[i + 1]; p++) {
                    for (int j = 0; j < N; j++) {
                        re[p * N + j] = atNodes[j].re(i, pattern.columns()[p]);
                        im[p * N + j] = atNodes[j].im(i, pattern.columns()[p]);
                    }
                }
            }
            return new Rows(pattern.rowStart(), pattern.columns(), re, im);
        }
    }

    static DenseOperators of(NodeOperators[] atNodes) {
        EnergyTerms terms = atNodes[0].terms();
        Rows[] apart = IntStream.range(0, terms.apart()).mapToObj(i -> rows(atNodes, n -> n.apart().get(i))).toArray(Rows[]::new);
        return new DenseOperators(terms, rows(atNodes, NodeOperators::energy), rows(atNodes, NodeOperators::jumpRate), apart,
                terms.power() ? rows(atNodes, NodeOperators::power) : null, terms.unitary() ? rows(atNodes, NodeOperators::unitary) : null);
    }

    private static Rows rows(NodeOperators[] atNodes, Function<NodeOperators, SparseMatrix> which) {
        return Rows.of(Arrays.stream(atNodes).map(which).toArray(SparseMatrix[]::new));
    }
}
