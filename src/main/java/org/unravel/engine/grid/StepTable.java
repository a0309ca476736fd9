package org.unravel.engine.grid;

import org.unravel.engine.drive.Step;
import org.unravel.engine.lane.NodeForms;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.lane.PanelMatrix;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;

/**
 * What all lanes share about one step. V is the no-jump propagator from the start of the step.
 *
 * @param step the step
 * @param end V at its end, for single kets
 * @param endPanels the same for lane groups
 * @param gauss V at the Gauss nodes; null where forms serve
 * @param gaussOperators energy operators at the Gauss nodes; null where forms serve
 * @param gaussForms forms at the Gauss nodes; null where states serve
 * @param denseRe V at the 16 Chebyshev nodes, the dense output of the step: real parts, shape [entries][16] flat, where states serve; with forms
 *        real and then imaginary parts, shape [16][{@link #paddedEntries}] flat
 * @param denseIm imaginary parts where states serve, else null
 * @param denseForms forms at the Chebyshev nodes, shape [rows][forms][16] flat; null where states serve
 * @param nodeOperators energy operators at the Chebyshev nodes; null where forms serve
 */
record StepTable(Step step, BlockMatrix end, PanelMatrix endPanels, PanelMatrix[] gauss, NodeOperators[] gaussOperators, NodeForms[] gaussForms,
        double[] denseRe, double[] denseIm, double[] denseForms, DenseOperators nodeOperators) {

    /** The same table for another step of equal length, for models that do not depend on time. */
    StepTable movedTo(Step other) {
        return new StepTable(other, end, endPanels, gauss, gaussOperators, gaussForms, denseRe, denseIm, denseForms, nodeOperators);
    }

    /** Real and imaginary entries of a matrix, padded to whole vectors. */
    static int paddedEntries(BlockPartition partition) {
        return (2 * partition.entryCount() + 7) / 8 * 8;
    }

    /** Bytes that the arrays of one table take. */
    static long bytes(BlockPartition partition, EnergyTerms terms, int gaussCount, PropagationForm form) {
        long entries = partition.entryCount();
        long dense = 2L * ChebyshevNodes.COUNT * entries;
        long integrals = form == PropagationForm.FORMS ? terms.allFormCount() * entries * (gaussCount + ChebyshevNodes.COUNT)
                : (long) PanelMatrix.WORDS * gaussCount * entries;
        return 8 * ((2 + PanelMatrix.WORDS) * entries + dense + integrals);
    }
}
