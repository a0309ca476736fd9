package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The page of commands is what the program says of itself; {@code -Dcommands.write=true} writes it anew. */
class CommandReferenceTest {

    private static final Path PAGE = Path.of("src/site/markdown/commands.md");
    private static final String MARK = "-Dcommands.write=true -->\n";

    private static String help(String... arguments) {
        StringWriter out = new StringWriter();
        assertEquals(ExitCode.DONE, Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(out), ProgressDisplay::none), out.toString());
        return out.toString().replace("\r\n", "\n");
    }

    private static List<String> commands() {
        String all = help("--help");
        String listed = all.substring(all.indexOf("Commands:"), all.indexOf("Exit codes"));
        return Pattern.compile("^  (\\w+) ", Pattern.MULTILINE).matcher(listed).results().map(m -> m.group(1)).filter(c -> !c.equals("help")).toList();
    }

    private static String written() {
        return commands().stream().map(c -> "\n## " + c + "\n\n```text\n" + help(c, "--help") + "```\n").collect(Collectors.joining());
    }

    @Test
    void thePageIsWhatTheProgramSays() throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(MARK) + MARK.length();
        String expected = page.substring(0, end) + written();
        if (Boolean.getBoolean("commands.write")) {
            Files.writeString(PAGE, expected);
            return;
        }
        assertEquals(expected, page, "stale: mvn test -Dtest=CommandReferenceTest -Dcommands.write=true writes it anew");
    }

    @Test
    void everyCommandIsThere() {
        assertEquals(List.of("run", "validate", "explain", "steady", "models", "compare", "calibrate", "sweep", "reproduce", "convert"), commands());
    }
}
