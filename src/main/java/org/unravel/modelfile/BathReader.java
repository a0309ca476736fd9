package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/** Reads {@code baths} with their channels. */
final class BathReader {

    /** Most channels of one entry with {@code each}. */
    private static final long MAX_MEMBERS = 100_000;

    private static final List<String> KEYS = Stream.concat(Stream.of("beta", "temperature", "mu", "channels"), CouplingReader.KEYS.stream()).toList();
    /** Kinds of heat: {@code heat.drift} is not the heat of a bath. */
    private static final List<String> HEATS = List.of("counted", "drift", "jump", "quantum", "unitary");

    /** The index of an {@code each} and its range, both ends included. */
    private record Each(String index, long from, long to) {
    }

    private final Scope scope;
    private final LeftOutHeat leftOut;
    private final CouplingReader couplings;
    private final PhysicsCheck check;
    private final UnravelingReader unraveling;

    /**
     * A reader.
     *
     * @param scope knows parameters and space, not time
     * @param leftOut finds quanta that are left out
     * @param couplings reads baths without channels of their own
     * @param check the checks over the time grid
     * @param unraveling says which signs rates may have
     */
    BathReader(Scope scope, LeftOutHeat leftOut, CouplingReader couplings, PhysicsCheck check, UnravelingReader unraveling) {
        this.scope = scope;
        this.leftOut = leftOut;
        this.couplings = couplings;
        this.check = check;
        this.unraveling = unraveling;
    }

    List<Bath> read(YamlNode.Mapping baths) {
        return baths.nonEmpty("bath").entries().values().stream().map(this::bath).toList();
    }

    private Bath bath(YamlNode.Entry entry) {
        NameRules.check("bath", entry);
        if (HEATS.contains(entry.name())) {
            throw entry.error("expected a name of the bath other than " + String.join(", ", HEATS) + ", which are kinds of heat, found '" + entry.name() + "'");
        }
        YamlNode.Mapping bath = entry.value().mapping();
        boolean coupled = CouplingReader.KEYS.stream().anyMatch(k -> bath.entry(k).isPresent()) && (bath.entry("channels").isEmpty() || bath.entry(CouplingReader.COUPLING).isPresent());
        if (coupled && bath.entry("mu").isPresent()) {
            throw bath.entry("mu").get().error("expected no mu in a bath with a coupling, whose spectrum is that of bosons, found 'mu' in '" + bath.place().key() + "'");
        }
        bath.allow(KEYS, List.of());
        OptionalDouble beta = inverseTemperature(bath);
        if (coupled) {
            return couplings.read(entry.name(), bath, beta);
        }
        CouplingReader.KEYS.stream().flatMap(k -> bath.entry(k).stream()).findFirst().ifPresent(e -> {
            throw e.error("expected '" + e.name() + "' beside a coupling only, found it beside channels");
        });
        double mu = bath.optional("mu").map(n -> Expression.parse(n.text()).number(scope)).orElse(0.0);
        YamlNode.Mapping channels = bath.required("channels").mapping().nonEmpty("channel");
        List<Channel> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode.Entry channel : channels.entries().values()) {
            NameRules.check("channel", channel);
            for (Channel c : channels(channel.name(), channel.value().mapping(), mu)) {
                if (!names.add(c.name())) {
                    throw channel.error("channel '" + c.name() + "' is there twice in bath '" + entry.name() + "'");
                }
                all.add(c);
            }
        }
        bath.optional("mu").filter(n -> all.stream().allMatch(c -> c.particles() == 0)).ifPresent(n -> {
            throw n.error("expected a channel with particles in a bath with mu, found none in '" + bath.place().key() + "'");
        });
        Map<Boolean, List<Channel>> bySilence = all.stream().collect(Collectors.partitioningBy(c -> c.operator().isZero()));
        return new Bath(entry.name(), beta, bySilence.get(false), bySilence.get(true).stream().map(Channel::name).toList(), Optional.empty(), mu);
    }

    private OptionalDouble inverseTemperature(YamlNode.Mapping bath) {
        Optional<YamlNode> beta = bath.optional("beta");
        Optional<YamlNode> temperature = bath.optional("temperature");
        if (beta.isPresent() && temperature.isPresent()) {
            throw temperature.get().error("expected at most one of beta and temperature in '" + bath.place().key() + "', found both");
        }
        if (beta.isPresent()) {
            return OptionalDouble.of(Expression.parse(beta.get().text()).number(scope));
        }
        if (temperature.isEmpty()) {
            return OptionalDouble.empty();
        }
        double t = Expression.parse(temperature.get().text()).number(scope);
        if (t < 0) {
            throw temperature.get().error("expected temperature >= 0, found " + PhysicsCheck.number(t));
        }
        return OptionalDouble.of(t == 0 ? Double.POSITIVE_INFINITY : 1 / t);
    }

    /** The channels of one entry: one, or one for each member called name_1, name_2, ... */
    private List<Channel> channels(String name, YamlNode.Mapping channel, double mu) {
        channel.allow(List.of("each", "operator", "rate", "heat", "particles"), List.of());
        Optional<YamlNode> each = channel.optional("each");
        if (each.isEmpty()) {
            return List.of(channel(name, channel, scope, mu));
        }
        Each range = each(each.get().text());
        List<Channel> all = new ArrayList<>();
        for (long k = range.from; k <= range.to; k++) {
            all.add(channel(name + "_" + k, channel, scope.withIndex(range.index, k), mu));
        }
        return all;
    }

    /** {@code k = 1..N}: only the parts are expressions. */
    private Each each(Source source) {
        String text = source.text();
        int equals = text.indexOf('=');
        int dots = text.indexOf("..");
        String index = equals < 0 ? "" : text.substring(0, equals).strip();
        if (dots < equals || !index.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw ModelFileException.at(source, "expected each: k = from..to, found '" + NameRules.shortened(text) + "'");
        }
        if (Expression.reservedNames().contains(index)) {
            throw ModelFileException.at(source, "'" + index + "' has a meaning of its own and cannot be an index");
        }
        long from = Expression.parse(source.part(equals + 1, dots)).integer(scope);
        long to = Expression.parse(source.part(dots + 2, text.length())).integer(scope);
        if (from < 0 || to < from || to - from >= MAX_MEMBERS) {
            throw ModelFileException.at(source, "expected each: k = from..to with 0 <= from <= to and at most " + MAX_MEMBERS
                    + " members, found " + from + ".." + to);
        }
        return new Each(index, from, to);
    }

    private Channel channel(String name, YamlNode.Mapping channel, Scope members, double mu) {
        Scope timed = members.withTime();
        Source operatorSource = channel.required("operator").text();
        TimeDependentOperator operator = check.finite("operator", operatorSource, Expression.parse(operatorSource).operator(timed));
        FermionParity.of(scope).requireDefinite("operator", operatorSource, operator);
        Source rateSource = channel.required("rate").text();
        TimeFunction read = Expression.parse(rateSource).scalar(timed);
        TimeFunction rate = unraveling.takesSignedRates() ? check.signedRate(rateSource, read) : check.rate(rateSource, read);
        int particles = channel.optional("particles").map(YamlNode::text).map(s -> particles(s, members)).orElse(0);
        TimeFunction heat = channel.optional("heat").map(YamlNode::text)
                .map(s -> check.real("heat", s, Expression.parse(s).scalar(timed)))
                .orElseGet(() -> operator.isZero() ? TimeFunction.constant(0) : less(leftOut.of(operatorSource, operator), mu * particles));
        return new Channel(name, operator, rate, heat, particles);
    }

    /** The heat of a quantum ε that brings some chemical work. */
    private static TimeFunction less(TimeFunction quantum, double chemicalWork) {
        return chemicalWork == 0 ? quantum : quantum.plus(TimeFunction.constant(-chemicalWork));
    }

    private static int particles(Source source, Scope scope) {
        long n = Expression.parse(source).integer(scope);
        if (Math.abs(n) > Channel.MOST_PARTICLES) {
            throw ModelFileException.at(source, "expected at most " + Channel.MOST_PARTICLES + " particles at a jump, found " + n);
        }
        return (int) n;
    }
}
