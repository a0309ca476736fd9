package org.unravel.model;

import java.util.List;

/**
 * A model as two parts, {@code A} and {@code B}, and what couples them: H = H_A + H_B + V + c, where c is a number that belongs to neither part.
 *
 * @param a the part called A
 * @param b the part called B; every subsystem of the space is in exactly one of them
 * @param interaction V on the whole space, dimension D; it may depend on time
 */
public record Split(Part a, Part b, TimeDependentOperator interaction) {

    /** The name of the first part. */
    public static final String A = "A";
    /** The name of the second part. */
    public static final String B = "B";

    /**
     * One part.
     *
     * @param name {@link Split#A} or {@link Split#B}
     * @param whole the space of the model
     * @param subsystems the places in it of what this part is made of, ascending
     * @param hamiltonian H_j on the part's own space; without numbers, which belong to no part
     */
    public record Part(String name, Space whole, List<Integer> subsystems, TimeDependentOperator hamiltonian) {

        /** Copies the list. */
        public Part {
            subsystems = List.copyOf(subsystems);
        }

        /** Its own space: its subsystems in the order of the whole. */
        public Space space() {
            return new Space(subsystems.stream().map(whole.subsystems()::get).toList());
        }

        /** Dimension d of its own space. */
        public int dimension() {
            return hamiltonian.dimension();
        }

        /** For each state of the basis of the whole space the state of this part in it, from 0 to d − 1; shape [D], a new array. */
        public int[] states() {
            int[] states = new int[whole.dimension()];
            int apart = states.length;
            for (int s = 0; s < whole.subsystems().size(); s++) {
                int levels = whole.subsystems().get(s).dimension();
                apart /= levels;
                for (int n = 0; subsystems.contains(s) && n < states.length; n++) {
                    states[n] = states[n] * levels + n / apart % levels;
                }
            }
            return states;
        }
    }

    /** Both parts, A first. */
    public List<Part> parts() {
        return List.of(a, b);
    }

    /** The part that is not this one. */
    public Part partner(Part part) {
        return part.name().equals(A) ? b : a;
    }
}
