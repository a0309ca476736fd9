package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.modelfile.ModelReader;

/** What a model says of its parts, and which texts it takes. */
class ModelTest {

    private static final Model MODEL = ModelReader.readShipped("heat-exchange", Map.of());

    @Test
    void aChannelKnowsItsBathByItsPlace() {
        Bath hot = MODEL.baths().get(0);
        Bath cold = MODEL.baths().get(1);
        Bath silent = new Bath("silent", hot.inverseTemperature(), List.of());
        Model uneven = MODEL.withBaths(List.of(hot.withChannels(hot.channels().subList(0, 1)), silent, cold));
        assertArrayEquals(new int[] {0, 2, 2}, uneven.bathOfChannel());
        for (int k = 0; k < 3; k++) {
            Bath bath = uneven.baths().get(uneven.bathOfChannel()[k]);
            assertEquals(uneven.channelLabels().get(k), bath.label(uneven.channels().get(k)));
        }
        assertArrayEquals(new int[0], MODEL.withBaths(List.of()).bathOfChannel());
    }

    private static Bath bath(String name, String channel) {
        Bath hot = MODEL.baths().get(0);
        Channel first = hot.channels().get(0);
        return new Bath(name, hot.inverseTemperature(), List.of(new Channel(channel, first.operator(), first.rate(), first.heat())));
    }

    private static Model titled(String title) {
        return new Model(MODEL.name(), title, MODEL.parameters(), MODEL.space(), MODEL.hamiltonian(), MODEL.ownEnergy(), MODEL.baths(), MODEL.initial(), MODEL.time(), MODEL.observables(),
                MODEL.unraveling(), MODEL.sampling());
    }

    private static Stream<Function<String, Model>> texts() {
        return Stream.of(ModelTest::titled, t -> MODEL.withBaths(List.of(bath(t, "emission"))), t -> MODEL.withBaths(List.of(bath("hot", t))),
                t -> MODEL.withObservables(List.of(new Observable(t, MODEL.observables().get(0).operator()))));
    }

    /** UTF-8 has no bytes for them, so that no file of a run could be written. */
    @ParameterizedTest
    @MethodSource("texts")
    void halvesOfCharactersAreRefusedAndWholeOnesAreNot(Function<String, Model> text) {
        for (String half : List.of("\uD83D", "a\uD800b", "\uDE80\uD83D")) {
            ModelException refused = assertThrows(ModelException.class, () -> text.apply(half));
            assertEquals(String.format("expected whole characters, found half of one, U+%04X", (int) half.charAt(half.length() == 3 ? 1 : 0)),
                    refused.getMessage().substring(0, refused.getMessage().indexOf(", in the ")));
        }
        text.apply("\uD83D\uDE80 \u0000 \u202e");
    }
}
