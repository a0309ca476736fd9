package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the entries: names, columns and panels. */
class CatalogueTest {

    /** Columns of words and of labels that no number of the program stands for, and tables of rows. */
    private static final Set<String> WORDS = Set.of("set", "quantity", "unit", "index", "bath", "op", "bohr", "q", "weight");

    static Stream<Entry> entries() {
        return Catalogue.entries().stream();
    }

    @Test
    void everyTableOfTheTextsIsAnEntry() throws IOException {
        Set<String> tables;
        try (Stream<Path> files = Files.list(Path.of("data/reference"))) {
            tables = files.map(f -> f.getFileName().toString()).filter(f -> f.matches("(dissipation_power|floquet|first_law|generic|interacting_baths)_.*\\.csv")).map(f -> f.replace(".csv", "")).collect(Collectors.toSet());
        }
        assertEquals(tables, entries().flatMap(e -> e.table().stream()).collect(Collectors.toSet()));
    }

    @Test
    void namesAreDifferent() {
        assertEquals(entries().count(), entries().map(Entry::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyColumnOfATableIsOneOfTheEntryAndIsJudged(Entry entry) {
        if (entry.table().isPresent()) {
            List<String> named = entry.columns().stream().filter(Column::isJudged).map(Column::name).toList();
            List<String> missing = ReferenceTable.read(entry.table().get()).columns().stream().filter(c -> !named.contains(c) && !WORDS.contains(c)).toList();
            assertEquals(List.of(), missing);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void panelsDrawColumnsOfTheEntry(Entry entry) {
        List<String> columns = entry.columns().stream().map(Column::name).toList();
        entry.panels().forEach(p -> assertTrue(columns.containsAll(p.columns()), p.columns() + " in " + columns));
    }
}
