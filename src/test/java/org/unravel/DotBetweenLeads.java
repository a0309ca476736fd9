package org.unravel;

/** The text of models of one level between two leads, with couplings of 0.3 and 0.2 to them. */
public final class DotBetweenLeads {

    private DotBetweenLeads() {
    }

    /**
     * The left lead comes first.
     *
     * @param parameters values of eps, of muL and muR, and of the inverse temperatures bL and bR
     * @param rest start, times and what else there is to be said
     */
    public static String text(String parameters, String rest) {
        return """
                unravel: 1
                name: leads
                parameters: {PARAMETERS}
                space: {d: fermion}
                hamiltonian: eps*num(d)
                baths:
                  left:
                    beta: bL
                    mu: muL
                    channels:
                      in: {operator: cdag(d), rate: "0.3*nfermi(eps - muL, bL)", particles: 1}
                      out: {operator: c(d), rate: "0.3*nfermi(muL - eps, bL)", particles: -1}
                  right:
                    beta: bR
                    mu: muR
                    channels:
                      in: {operator: cdag(d), rate: "0.2*nfermi(eps - muR, bR)", particles: 1}
                      out: {operator: c(d), rate: "0.2*nfermi(muR - eps, bR)", particles: -1}
                """.replace("PARAMETERS", parameters) + rest;
    }
}
