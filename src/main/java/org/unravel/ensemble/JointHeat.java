package org.unravel.ensemble;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.JointAtom;

/**
 * The sampled joint distribution of the counted heat of two baths (physics.md, "What is counted, exactly").
 *
 * @param first name of the first bath
 * @param second name of the second bath
 * @param atoms ascending in the heat of the first bath and then of the second, in the model's unit of energy
 */
public record JointHeat(String first, String second, List<JointAtom> atoms) {

    /** Copies the list. */
    public JointHeat {
        atoms = List.copyOf(atoms);
    }

    /** What was counted, if the model has such. */
    static Optional<JointHeat> of(Model model, BlockResult merged) {
        return model.hasJointHeat() ? Optional.of(of(model, merged.atoms(BlockResult.JOINT))) : Optional.empty();
    }

    private static JointHeat of(Model model, AtomCounts counts) {
        Bath first = model.baths().get(0);
        Bath second = model.baths().get(1);
        int split = first.channels().size();
        double[] firstQuanta = ResultAssembly.counter(model, 0, split).quanta();
        double[] secondQuanta = ResultAssembly.counter(model, split, model.channels().size()).quanta();
        return new JointHeat(first.name(), second.name(), counts.joint(firstQuanta, secondQuanta));
    }
}
