package org.unravel.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.output.RunReport;

/**
 * The path of a single trajectory of a qubit on the Bloch sphere, where the model records σx, σy, and σz or the population of the excited state.
 *
 * @param trajectory its index
 * @param x ⟨σx⟩ at the grid times
 * @param y ⟨σy⟩
 * @param z ⟨σz⟩, 1 in the excited state
 */
public record BlochPath(long trajectory, double[] x, double[] y, double[] z) {

    private static final SparseMatrix SIGMA_X = new SparseMatrixBuilder(2).add(0, 1, 1, 0).add(1, 0, 1, 0).build();
    private static final SparseMatrix SIGMA_Y = new SparseMatrixBuilder(2).add(0, 1, 0, -1).add(1, 0, 0, 1).build();
    private static final SparseMatrix SIGMA_Z = SparseMatrix.diagonal(1, -1);
    private static final SparseMatrix EXCITED = SparseMatrix.diagonal(1, 0);

    /** Those of the trajectories that a run keeps; empty where the model is no qubit or does not record all three. */
    public static List<BlochPath> of(RunReport report) {
        Model model = report.model();
        if (model.dimension() != 2) {
            return List.of();
        }
        Optional<String> x = name(model, SIGMA_X);
        Optional<String> y = name(model, SIGMA_Y);
        Optional<String> z = name(model, SIGMA_Z);
        Optional<String> excited = name(model, EXCITED);
        return x.isEmpty() || y.isEmpty() || z.isEmpty() && excited.isEmpty() ? List.of()
                : report.result().shownTrajectories().stream().filter(t -> t.names().containsAll(List.of(x.get(), y.get(), z.or(() -> excited).get())))
                        .map(t -> new BlochPath(t.index(), t.value(x.get()), t.value(y.get()), z.map(t::value).orElseGet(() -> inversion(t.value(excited.get()))))).toList();
    }

    /** ⟨σz⟩ = 2p − 1. */
    private static double[] inversion(double[] population) {
        return Arrays.stream(population).map(p -> 2 * p - 1).toArray();
    }

    private static Optional<String> name(Model model, SparseMatrix operator) {
        return model.observables().stream().filter(o -> o.operator().isConstant() && o.operator().at(model.time().start()).equals(operator)).map(Observable::name).findFirst();
    }
}
