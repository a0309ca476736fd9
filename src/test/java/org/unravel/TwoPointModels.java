package org.unravel;

import java.util.Map;

import org.unravel.model.Model;

/** Models that are measured at both ends. */
public final class TwoPointModels {

    /** A closed qubit whose field turns suddenly. */
    private static final String QUENCH = """
            unravel: 1
            name: quench
            parameters: {beta: 0.8, w0: 1, w1: 1.5, theta: 1.1}
            space: {q: qubit}
            hamiltonian: w0/2*sz + step(t - 1)*(w1/2*(cos(theta)*sz + sin(theta)*sx) - w0/2*sz)
            initial: thermal(beta)
            time: {end: 3, points: 4}
            ensemble: {measure: tpm}
            """;

    /** A driven qubit in one bath; its jump operators are no eigen-operators of H(t), and the last value of H differs from the first. */
    private static final String DRIVEN = """
            unravel: 1
            name: driven-thermal
            parameters: {beta: 1.2, bath_beta: beta, Gamma: 0.3, q_up: 1}
            space: {q: qubit}
            hamiltonian: sz/2 + 0.4*sin(1.3*t)*sx + 0.2*ramp(t, 1, 3)*sz
            baths:
              bath:
                beta: bath_beta
                channels:
                  down: {operator: sm, rate: "Gamma*(1 + nbar(1, bath_beta))", heat: -1}
                  up: {operator: sp, rate: "Gamma*nbar(1, bath_beta)", heat: q_up}
            initial: thermal(beta)
            time: {end: 4, points: 9}
            ensemble: {measure: tpm}
            """;

    /** An undriven qubit with populations that relax. */
    private static final String RELAXING = """
            unravel: 1
            name: relaxing
            parameters: {beta: 1.5, p: 0.8, Gamma: 0.25, end: 2}
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              bath:
                beta: beta
                channels:
                  down: {operator: sm, rate: "Gamma*(1 + nbar(1, beta))", heat: -1}
                  up: {operator: sp, rate: "Gamma*nbar(1, beta)", heat: 1}
            initial: density(p*proj(q, e) + (1 - p)*proj(q, g))
            time: {end: end, points: 3}
            ensemble: {measure: tpm}
            """;

    /** A closed qubit whose splitting grows by a part: W = ±part/2. */
    private static final String STRETCHED = """
            unravel: 1
            name: stretched
            parameters: {beta: 1, part: 0.3}
            space: {q: qubit}
            hamiltonian: (1 + part*ramp(t, 0, 1))*sz/2
            initial: thermal(beta)
            time: {end: 2, points: 3}
            ensemble: {measure: tpm}
            """;

    private TwoPointModels() {
    }

    /** Parameters beta, w0, w1, theta. */
    public static Model quench() {
        return ModelText.read(QUENCH);
    }

    /** Parameters beta and part. */
    public static Model stretched(Map<String, String> overrides) {
        return ModelText.read(STRETCHED, overrides);
    }

    /** Parameters beta of the initial state, bath_beta of the bath, q_up of the upward jump's quantum. */
    public static Model driven(Map<String, String> overrides) {
        return ModelText.read(DRIVEN, overrides);
    }

    /** Parameters beta, p = population of e at the start, Gamma, end. */
    public static Model relaxing(Map<String, String> overrides) {
        return ModelText.read(RELAXING, overrides);
    }

    /** The text of {@link #driven}, to be altered. */
    public static String drivenText() {
        return DRIVEN;
    }
}
