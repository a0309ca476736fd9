package org.unravel.output;

import java.util.Arrays;
import java.util.Optional;

/** A work that a run rests on, with what it is used for. */
public enum Citation {

    UNRAVEL("misc", "Unravel", "The Unravel developers", "Unravel: quantum-trajectory simulation of heat and work", "", "", "", "", "", "this program"),
    GORINI("article", "Gorini1976", "Gorini, V. and Kossakowski, A. and Sudarshan, E. C. G.", "Completely positive dynamical semigroups of N-level systems", "J. Math. Phys.", "17", "821",
            "1976", "10.1063/1.522979", "the master equation"),
    LINDBLAD("article", "Lindblad1976", "Lindblad, G.", "On the generators of quantum dynamical semigroups", "Commun. Math. Phys.", "48", "119", "1976", "10.1007/BF01608499",
            "the master equation"),
    DALIBARD("article", "Dalibard1992", "Dalibard, J. and Castin, Y. and Mølmer, K.", "Wave-function approach to dissipative processes in quantum optics", "Phys. Rev. Lett.", "68", "580",
            "1992", "10.1103/PhysRevLett.68.580", "quantum jumps"),
    PLENIO("article", "Plenio1998", "Plenio, M. B. and Knight, P. L.", "The quantum-jump approach to dissipative dynamics in quantum optics", "Rev. Mod. Phys.", "70", "101", "1998",
            "10.1103/RevModPhys.70.101", "quantum jumps"),
    ALICKI("article", "Alicki1979", "Alicki, R.", "The quantum open system as a model of the heat engine", "J. Phys. A", "12", "L103", "1979", "10.1088/0305-4470/12/5/007",
            "work and heat"),
    ELOUARD("article", "Elouard2017", "Elouard, C. and Herrera-Martí, D. A. and Clusel, M. and Auffèves, A.", "The role of quantum measurement in stochastic thermodynamics", "npj Quantum Inf.",
            "3", "9", "2017", "10.1038/s41534-017-0008-4", "heat of single trajectories, quantum heat"),
    HAIRER_NORSETT("book", "Hairer1993", "Hairer, E. and Nørsett, S. P. and Wanner, G.", "Solving Ordinary Differential Equations I", "Springer", "", "", "1993",
            "10.1007/978-3-540-78862-1", "the exact ensemble"),
    ESPOSITO("article", "Esposito2009", "Esposito, M. and Harbola, U. and Mukamel, S.", "Nonequilibrium fluctuations, fluctuation theorems, and counting statistics in quantum systems",
            "Rev. Mod. Phys.", "81", "1665", "2009", "10.1103/RevModPhys.81.1665", "exact distributions of what is counted"),
    LANDI("article", "Landi2024", "Landi, G. T. and Kewming, M. J. and Mitchison, M. T. and Potts, P. P.",
            "Current fluctuations in open quantum systems: bridging the gap between quantum continuous measurements and full counting statistics", "PRX Quantum", "5", "020201", "2024",
            "10.1103/PRXQuantum.5.020201", "waiting times"),
    LAX("article", "Lax1963", "Lax, M.", "Formal theory of quantum fluctuations from a driven state", "Phys. Rev.", "129", "2342", "1963", "10.1103/PhysRev.129.2342",
            "correlations of jumps by quantum regression"),
    TALKNER("article", "Talkner2007", "Talkner, P. and Lutz, E. and Hänggi, P.", "Fluctuation theorems: work is not an observable", "Phys. Rev. E", "75", "050102", "2007",
            "10.1103/PhysRevE.75.050102", "work by measurements at both ends"),
    JARZYNSKI("article", "Jarzynski1997", "Jarzynski, C.", "Nonequilibrium equality for free energy differences", "Phys. Rev. Lett.", "78", "2690", "1997", "10.1103/PhysRevLett.78.2690",
            "the relation of work"),
    JARZYNSKI_WOJCIK("article", "Jarzynski2004", "Jarzynski, C. and Wójcik, D. K.", "Classical and quantum fluctuation theorems for heat exchange", "Phys. Rev. Lett.", "92", "230602", "2004",
            "10.1103/PhysRevLett.92.230602", "the relation of heat exchange"),
    DAVIES("article", "Davies1974", "Davies, E. B.", "Markovian master equations", "Commun. Math. Phys.", "39", "91", "1974", "10.1007/BF01608389", "channels from a coupling"),
    LEVY("article", "Levy2014", "Levy, A. and Kosloff, R.", "The local approach to quantum transport may violate the second law of thermodynamics", "EPL", "107", "20004", "2014",
            "10.1209/0295-5075/107/20004", "the local equation"),
    ALBASH("article", "Albash2012", "Albash, T. and Boixo, S. and Lidar, D. A. and Zanardi, P.", "Quantum adiabatic Markovian master equations", "New J. Phys.", "14", "123016", "2012",
            "10.1088/1367-2630/14/12/123016", "the adiabatic equation"),
    SZCZYGIELSKI("article", "Szczygielski2013", "Szczygielski, K. and Gelbwaser-Klimovsky, D. and Alicki, R.",
            "Markovian master equation and thermodynamics of a two-level system in a strong laser field", "Phys. Rev. E", "87", "012120", "2013", "10.1103/PhysRevE.87.012120", "the Floquet equation"),
    HESTERBERG("article", "Hesterberg1995", "Hesterberg, T.", "Weighted average importance sampling and defensive mixture distributions", "Technometrics", "37", "185", "1995",
            "10.1080/00401706.1995.10484303", "trajectories drawn from a biased law"),
    DONVIL("article", "Donvil2022", "Donvil, B. and Muratore-Ginanneschi, P.", "Quantum trajectory framework for general time-local master equations", "Nat. Commun.", "13", "4140", "2022",
            "10.1038/s41467-022-31533-8", "trajectories with weights of both signs: the influence martingale"),
    HOLM("article", "Holm1979", "Holm, S.", "A simple sequentially rejective multiple test procedure", "Scand. J. Stat.", "6", "65", "1979", "", "the verdict on many tests"),
    HAIRER_WANNER("book", "Hairer1996", "Hairer, E. and Wanner, G.", "Solving Ordinary Differential Equations II", "Springer", "", "", "1996", "10.1007/978-3-642-05221-7",
            "steps of the grid engine"),
    MOLER("article", "Moler2003", "Moler, C. and Van Loan, C.", "Nineteen dubious ways to compute the exponential of a matrix, twenty-five years later", "SIAM Rev.", "45", "3", "2003",
            "10.1137/S00361445024180", "propagators of the ladder engine"),
    TREFETHEN("book", "Trefethen2019", "Trefethen, L. N.", "Approximation Theory and Approximation Practice", "SIAM", "", "", "2019", "10.1137/1.9781611975949",
            "polynomials of the martingale engine"),
    SAAD("book", "Saad2003", "Saad, Y.", "Iterative Methods for Sparse Linear Systems", "SIAM", "", "", "2003", "10.1137/1.9780898718003", "states of the renewal engine"),
    JUAN_DELGADO("article", "JuanDelgado2021", "Juan-Delgado, A. and Chenu, A.", "First law of quantum thermodynamics in a driven open two-level system", "Phys. Rev. A", "104", "022219", "2021",
            "10.1103/PhysRevA.104.022219", "heat and work by levels and by populations"),
    BERNARDO("article", "Bernardo2020", "Bernardo, B. de L.", "Unraveling the role of coherence in the first law of quantum thermodynamics", "Phys. Rev. E", "102", "062152", "2020",
            "10.1103/PhysRevE.102.062152", "a share of coherence beside heat and work"),
    ALLAHVERDYAN("article", "Allahverdyan2004", "Allahverdyan, A. E. and Balian, R. and Nieuwenhuizen, Th. M.", "Maximal work extraction from finite quantum systems", "Europhys. Lett.", "67",
            "565", "2004", "10.1209/epl/i2004-10101-2", "ergotropy and passive energy"),
    SANTOS("misc", "Santos2026", "Santos and Latune", "Thermodynamic analysis of autonomous quantum systems", "arXiv:2601.01272", "", "", "2026", "10.48550/arXiv.2601.01272",
            "heat and work of two systems that drive each other"),
    COLLA_VACCHINI("article", "Colla2025", "Colla, A. and Vacchini, B. and Smirne, A.", "Local energy assignment for two interacting quantum thermal reservoirs", "New J. Phys.", "27", "124510",
            "2025", "10.48550/arXiv.2510.06929", "energies of two interacting parts"),
    COLLA_BREUER("article", "Colla2022", "Colla, A. and Breuer, H.-P.", "Open-system approach to nonequilibrium quantum thermodynamics at arbitrary coupling", "Phys. Rev. A", "105", "052216", "2022",
            "10.1103/PhysRevA.105.052216", "the Hamiltonian of minimal dissipation"),
    RIVAS("article", "Rivas2020", "Rivas, Á.", "Strong coupling thermodynamics of open quantum systems", "Phys. Rev. Lett.", "124", "160601", "2020", "10.1103/PhysRevLett.124.160601",
            "the Hamiltonian of mean force"),
    AL_MOHY("article", "AlMohy2011", "Al-Mohy, A. H. and Higham, N. J.", "Computing the action of the matrix exponential, with an application to exponential integrators", "SIAM J. Sci. Comput.",
            "33", "488", "2011", "10.1137/100788860", "Taylor polynomials of the sparse engine");

    private final String type;
    private final String key;
    private final String authors;
    private final String title;
    private final String journal;
    private final String volume;
    private final String pages;
    private final String year;
    private final String doi;
    private final String purpose;

    Citation(String type, String key, String authors, String title, String journal, String volume, String pages, String year, String doi, String purpose) {
        this.type = type;
        this.key = key;
        this.authors = authors;
        this.title = title;
        this.journal = journal;
        this.volume = volume;
        this.pages = pages;
        this.year = year;
        this.doi = doi;
        this.purpose = purpose;
    }

    /** The one of a DOI. */
    public static Optional<Citation> withDoi(String doi) {
        return Arrays.stream(values()).filter(c -> !doi.isEmpty() && c.doi.equals(doi)).findFirst();
    }

    /** What a run uses it for. */
    public String purpose() {
        return purpose;
    }

    /** Its DOI; empty where it has none. */
    public String doi() {
        return doi;
    }

    /** For people, in a line. */
    public String text() {
        String where = journal.isEmpty() ? "" : ", " + journal + (volume.isEmpty() ? "" : " " + volume) + (pages.isEmpty() ? "" : ", " + pages) + " (" + year + ")";
        return authors.replace(" and ", "; ") + ": " + title + where;
    }

    /** For people, with its DOI and what it is used for. */
    public String line() {
        return text() + (doi.isEmpty() ? "" : ", doi:" + doi) + " – " + purpose;
    }

    /** As an entry of a BibTeX file. */
    String bibtex() {
        StringBuilder entry = new StringBuilder("@" + type + "{" + key + ",\n  author = {" + authors + "},\n  title = {{" + title + "}},\n");
        field(entry, type.equals("book") ? "publisher" : type.equals("misc") ? "howpublished" : "journal", journal);
        field(entry, "volume", volume);
        field(entry, "pages", pages);
        field(entry, "year", year);
        field(entry, "doi", doi);
        field(entry, "note", "used for: " + purpose);
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }
}
