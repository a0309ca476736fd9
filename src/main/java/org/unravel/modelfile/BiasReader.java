package org.unravel.modelfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Bath;
import org.unravel.model.JumpBias;

/** Reads {@code ensemble.bias}. */
final class BiasReader {

    private static final double DEFAULT_PLAIN_SHARE = 0.1;

    private final Scope scope;
    private final List<String> channels;
    private final List<String> silent;

    /**
     * A reader.
     *
     * @param scope knows the parameters
     * @param baths whose channels may be named
     */
    BiasReader(Scope scope, List<Bath> baths) {
        this.scope = scope;
        this.channels = baths.stream().flatMap(b -> b.channels().stream().map(b::label)).toList();
        this.silent = baths.stream().flatMap(b -> b.silent().stream().map(b::label)).toList();
    }

    /** The bias; none where every operator of a channel is zero, so that nothing jumps. */
    Optional<JumpBias> read(YamlNode node) {
        YamlNode.Mapping bias = node.mapping();
        bias.allow(List.of("jumps", "channels", "first-jump", "plain"), List.of());
        if (channels.isEmpty() && silent.isEmpty()) {
            throw bias.error("expected at least one bath for ensemble.bias, found none");
        }
        double jumps = bias.optional("jumps").map(n -> atLeast(n, JumpBias.LEAST_JUMP_FACTOR)).orElse(1.0);
        Map<String, Double> factors = new LinkedHashMap<>();
        bias.optional("channels").ifPresent(n -> n.mapping().nonEmpty("channel").entries().values().forEach(e -> factors.put(channel(e), positive(e.value()))));
        factors.keySet().removeAll(silent);
        JumpBias.FirstJump first = bias.optional("first-jump").map(BiasReader::firstJump).orElse(JumpBias.FirstJump.FREE);
        JumpBias read = new JumpBias(jumps, factors, first, bias.optional("plain").map(this::share).orElse(DEFAULT_PLAIN_SHARE));
        return Optional.of(read).filter(b -> !channels.isEmpty());
    }

    private String channel(YamlNode.Entry entry) {
        if (!channels.contains(entry.name()) && !silent.contains(entry.name())) {
            throw entry.error("unknown channel '" + NameRules.shortened(entry.name()) + "'" + NameRules.suggestion(entry.name(), channels));
        }
        return entry.name();
    }

    private double number(YamlNode node) {
        return Expression.parse(node.text()).number(scope);
    }

    private double positive(YamlNode node) {
        double value = number(node);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw node.error("expected a finite " + node.place().key() + " > 0, found " + PhysicsCheck.number(value));
        }
        return value;
    }

    private double atLeast(YamlNode node, double least) {
        double value = positive(node);
        if (value < least) {
            throw node.error("expected " + node.place().key() + " >= " + PhysicsCheck.number(least) + ", found " + PhysicsCheck.number(value));
        }
        return value;
    }

    private double share(YamlNode node) {
        double value = number(node);
        if (!(value > 0 && value <= 1)) {
            throw node.error("expected 0 < " + node.place().key() + " <= 1, found " + PhysicsCheck.number(value));
        }
        return value;
    }

    private static JumpBias.FirstJump firstJump(YamlNode node) {
        return switch (node.text().text()) {
            case "free" -> JumpBias.FirstJump.FREE;
            case "certain" -> JumpBias.FirstJump.CERTAIN;
            default -> throw node.error("expected first-jump: free or first-jump: certain, found '" + NameRules.shortened(node.text().text()) + "'");
        };
    }
}
