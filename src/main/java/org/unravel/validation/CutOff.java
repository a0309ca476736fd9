package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.HighestLevels;
import org.unravel.exact.CutOffStudy;
import org.unravel.model.Absence;
import org.unravel.model.Caveat;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.model.StartLoss;
import org.unravel.model.Subsystem;

/**
 * What is known of the end of one ladder of levels: sample and exact ensemble have the same levels, so that only this tells whether they are enough.
 *
 * @param subsystem its name
 * @param levels number of its levels
 * @param mean largest mean population of the two highest at a grid time, exact where that is known, else of the sample; NaN where neither
 * @param meanTime that time
 * @param trajectory largest population of the two highest in a single trajectory at a grid time; NaN if not watched
 * @param trajectoryTime that time
 * @param lostAtStart norm that a coherent or thermal start lost
 * @param shifts what a longer ladder does to each mean, in the order of the curves; empty if none could be solved
 * @param longer number of levels of that ladder; 0 if there is none
 * @param beyond largest mean population of levels that are not there; NaN if not known
 * @param sufficientLevels number of levels that would do; 0 if not known
 * @param absence why no longer ladder was solved; empty if one was
 */
public record CutOff(String subsystem, int levels, double mean, double meanTime, double trajectory, double trajectoryTime, double lostAtStart,
        List<MeanShift> shifts, int longer, double beyond, int sufficientLevels, Optional<Absence> absence) {

    /** Mean population of levels to which nothing leads. */
    private static final double UNREACHED = 1e-12;

    private static final Absence NO_EXACT = new Absence(Reason.NOT_ASKED, "no exact ensemble was computed");

    /** Copies the list. */
    public CutOff {
        shifts = List.copyOf(shifts);
    }

    /** What is known of each subsystem that is cut off, in the order of the space. */
    public static List<CutOff> of(Model model, EnsembleResult result, Reference reference) {
        List<CutOff> all = new ArrayList<>();
        for (int s : CutOffs.of(model.space())) {
            Subsystem of = model.space().subsystems().get(s);
            all.add(of(of, model, result, reference));
        }
        return all;
    }

    private static CutOff of(Subsystem of, Model model, EnsembleResult result, Reference reference) {
        Optional<CutOffStudy> study = reference.cutOffs().stream().filter(c -> c.subsystem().equals(of.name())).findFirst();
        Optional<HighestLevels> sampled = result.highestLevels().stream().filter(h -> h.subsystem().equals(of.name())).findFirst();
        Optional<StartLoss> start = model.initial().losses().stream().filter(l -> l.subsystem().equals(of.name())).findFirst();
        double mean = study.map(CutOffStudy::highest).or(() -> sampled.map(HighestLevels::mean)).orElse(Double.NaN);
        int meanAt = study.map(CutOffStudy::highestAt).or(() -> sampled.map(HighestLevels::meanAt)).orElse(0);
        Optional<CutOffStudy.Comparison> comparison = study.flatMap(CutOffStudy::comparison);
        return new CutOff(of.name(), of.dimension(), mean, model.time().time(meanAt), sampled.map(HighestLevels::largest).orElse(Double.NaN),
                model.time().time(sampled.map(HighestLevels::largestAt).orElse(0)), start.map(StartLoss::lost).orElse(0.0),
                comparison.map(c -> MeanShift.all(model, result, reference.curves().orElseThrow(), c.shifts())).orElse(List.of()),
                comparison.map(CutOffStudy.Comparison::levels).orElse(0), comparison.map(CutOffStudy.Comparison::beyond).orElse(Double.NaN),
                study.map(s -> sufficient(s, start)).orElse(0),
                study.isPresent() ? study.get().absence() : Optional.of(NO_EXACT));
    }

    /** By the longer ladder, or by extrapolation where there is none; no fewer than the start needs. */
    private static int sufficient(CutOffStudy study, Optional<StartLoss> start) {
        int known = study.comparison().map(CutOffStudy.Comparison::sufficientLevels).orElse(study.extrapolatedLevels());
        return known == 0 ? 0 : Math.max(known, start.map(StartLoss::sufficientLevels).orElse(0));
    }

    /** True if the highest levels are so full that more are needed, as far as is known. */
    private boolean isFull() {
        return (mean >= CutOffs.NEGLIGIBLE || trajectory >= CutOffs.NEGLIGIBLE) && !(beyond < UNREACHED);
    }

    /** The mean that is moved most; empty where none is known. */
    public Optional<MeanShift> worstShift() {
        return shifts.stream().reduce((a, b) -> b.isWorseThan(a) ? b : a);
    }

    /** True if a mean is moved by more than its error. */
    public boolean shiftsMeans() {
        return shifts.stream().anyMatch(MeanShift::exceedsError);
    }

    /** What stands between the cut-off and trust in the run. */
    public Optional<Caveat> caveat() {
        boolean unknown = longer == 0 && mean >= CutOffs.NEGLIGIBLE;
        if (shiftsMeans() || isFull() && unknown) {
            return Optional.of(new Caveat(Caveat.Kind.CUT_OFF_SHIFTS, text()));
        }
        return isFull() ? Optional.of(new Caveat(Caveat.Kind.CUT_OFF, text())) : Optional.empty();
    }

    /** All of it in one line for people. */
    public String text() {
        StringBuilder line = new StringBuilder("cut-off " + subsystem + ": the two highest of " + levels + " levels hold at most ");
        line.append(Double.isNaN(mean) ? "-" : number(mean) + " on average" + (mean >= CutOffs.NEGLIGIBLE ? " (t = " + time(meanTime) + ")" : ""));
        if (!Double.isNaN(trajectory)) {
            line.append(", ").append(number(trajectory)).append(" in a single trajectory");
        }
        // more than that has a warning of its own
        if (lostAtStart > 0 && lostAtStart < CutOffs.NEGLIGIBLE) {
            line.append("; the start lost ").append(number(lostAtStart)).append(" of its norm");
        }
        if (isFull() || shiftsMeans()) {
            // levels that are full between grid times alone show in the means only
            int enough = sufficientLevels > levels ? sufficientLevels : sufficientLevels > 0 ? longer : 0;
            line.append(enough > 0 ? "; " + enough + " levels would do"
                    : longer > 0 ? "; even " + longer + " levels are too few" : "; more levels are needed");
        }
        line.append(worstShift().map(s -> "; " + s.text(longer)).orElse(longer > 0 ? "" : "; what more levels would do to the means is not known: " + absence.map(Absence::text).orElse("")));
        return line.toString();
    }

    /** Two digits; rounding below nothing is nothing. */
    private static String number(double x) {
        return x <= 0 ? "0" : MeanShift.number(x);
    }

    private static String time(double t) {
        return Digits.six(t);
    }
}
