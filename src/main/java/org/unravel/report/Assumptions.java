package org.unravel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.WeightSign;
import org.unravel.output.ResultTable;
import org.unravel.output.RunReport;
import org.unravel.validation.CutOff;

/** What the results of a run rest on, in sentences. */
final class Assumptions {

    private Assumptions() {
    }

    static List<String> of(RunReport report) {
        List<String> all = new ArrayList<>();
        if (report.model().baths().stream().anyMatch(b -> b.origin().isEmpty())) {
            all.add(report.model().unraveling().weights() == WeightSign.SIGNED
                    ? "Channels, rates and quanta are taken as the model states them: a master equation local in time, whose rates may be negative. No test here asks whether real baths are like that."
                    : "Channels, rates and quanta are taken as the model states them: a Markovian master equation of Lindblad form. No test here asks whether real baths are like that.");
        }
        report.model().baths().stream().filter(b -> b.origin().isPresent()).forEach(b -> all.add("Bath " + b.name() + ": its channels follow from what couples to it, "
                + "in the limit of weak coupling "
                + "and short memory, by the " + b.origin().get().equation().word() + " equation."));
        if (report.model().unraveling().weights() == WeightSign.SIGNED) {
            all.add("Trajectories are those of an influence martingale: jumps are drawn at the moduli of the rates, and weights of both signs make weighted means those of the master equation. "
                    + "Counted heat is auxiliary: what is counted on one trajectory is no exchange with a bath, only its weighted mean is. No entropy and no fluctuation relation is claimed.");
        } else {
            report.model().baths().forEach(bath -> bath(report, bath, all));
        }
        report.cutOffs().stream().map(CutOff::text).forEach(all::add);
        all.addAll(ResultTable.missing(report));
        return all;
    }

    private static void bath(RunReport report, Bath bath, List<String> all) {
        if (bath.inverseTemperature().isEmpty()) {
            all.add("Bath " + bath.name() + " has no temperature: no entropy is assigned to its heat.");
            return;
        }
        List<Channel> unpaired = DetailedBalance.of(report.model(), bath).unpaired();
        if (!unpaired.isEmpty()) {
            all.add("Bath " + bath.name() + ": " + unpaired.stream().map(Channel::name).collect(Collectors.joining(", "))
                    + " without a detailed-balance partner, so no fluctuation relation is claimed for it.");
        }
    }
}
