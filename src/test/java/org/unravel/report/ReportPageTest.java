package org.unravel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.RunFigures;
import org.unravel.figure.Series;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunReport;
import org.unravel.run.Run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The page of a run as a text: nothing that somebody wrote can run in it, and everything that was asked for is there. */
class ReportPageTest {

    /** Elements that the page needs: what else there is came from a name. */
    private static final Set<String> ELEMENTS = Set.of("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "span", "strong", "dl", "dt", "dd", "div", "table", "thead", "tbody",
            "tr", "th", "td", "ul", "li", "figure", "figcaption", "details", "summary", "pre", "script", "noscript");
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_SCRIPT = 17_000;

    private static RunReport report;
    private static String page;

    @BeforeAll
    static void write() {
        report = SamplePage.report("heat-exchange");
        page = SamplePage.html(report, SamplePage.all(report));
    }

    private static List<String> inside(String html, String open, String close) {
        return Pattern.compile(Pattern.quote(open) + "(.*?)" + Pattern.quote(close), Pattern.DOTALL).matcher(html).results().map(m -> m.group(1)).toList();
    }

    private static Set<String> hashes(String html) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Set<String> all = new TreeSet<>();
        for (String tag : List.of("script", "style")) {
            for (String text : inside(html, "<" + tag + ">", "</" + tag + ">")) {
                all.add("'sha256-" + Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8))) + "'");
            }
        }
        return all;
    }

    private static Set<String> allowed(String html) {
        String policy = inside(html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"").get(0).replace("&#39;", "'");
        return Arrays.stream(policy.split("[ ;]+")).filter(s -> s.startsWith("'sha256-")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onlyWhatIsInThePageMayRun() throws Exception {
        assertEquals(3, hashes(page).size());
        assertEquals(hashes(page), allowed(page));
        assertFalse(page.contains("unsafe-"));
        assertNotEquals(hashes(page.replace("NEAR = 24", "NEAR = 25")), allowed(page));
    }

    /** Tags of elements that the page never writes, and ends of scripts that began elsewhere. */
    private static List<String> foreign(String html) {
        String markup = html.replaceAll("(?s)(<(script|style)[^>]*>).*?</\\2>", "$1</$2>").replaceAll("=\"[^\"]*\"", "=\"\"");
        List<String> scripts = Pattern.compile("<script[^>]*>").matcher(markup).results().map(MatchResult::group).toList();
        List<String> all = Pattern.compile("<([a-zA-Z!][a-zA-Z0-9-]*)([^>]*)>").matcher(markup).results()
                .filter(m -> !ELEMENTS.contains(m.group(1)) && !m.group().equals("<!DOCTYPE html>") || m.group(2).matches("(?s).*\\son[a-z]+=.*")).map(MatchResult::group).collect(Collectors.toList());
        if (scripts.size() > 3) {
            all.add(scripts.size() + " scripts");
        }
        return all;
    }

    @Test
    void hostileTextIsShownAndNoMore() {
        String html = SamplePage.html(SamplePage.hostile(report), SamplePage.hostileFigures());
        assertEquals(List.of(), foreign(html));
        assertTrue(html.contains("&lt;/script&gt;&lt;script&gt;window.hacked=1"));
        assertEquals(0, html.codePoints().filter(c -> c < ' ' && c != '\n' || Character.getType(c) == Character.FORMAT || c == 0x2028).count());
        assertFalse(foreign(html.replace("<h1>", "<h1>" + SamplePage.HOSTILE)).isEmpty());
        assertFalse(foreign(html.replace("<h1>", "<h1 onfocus=\"alert(1)\">")).isEmpty());
    }

    @Test
    void longTextIsCutWhereItIsATitleOrAName() {
        String html = SamplePage.html(SamplePage.hostile(report), SamplePage.hostileFigures());
        assertFalse(html.contains("x".repeat(400)));
        assertFalse(html.contains("y".repeat(100)));
        assertTrue(html.contains("y".repeat(80) + "…"));
    }

    private static JsonNode data(String html) throws Exception {
        return new ObjectMapper().readTree(inside(html, "<script type=\"application/json\" id=\"figures-data\">", "</script>").get(0));
    }

    @Test
    void dataReadBackAndEndNoElement() throws Exception {
        String html = SamplePage.html(report, SamplePage.hostileFigures());
        JsonNode figure = data(html).get(0);
        assertTrue(figure.get("series").get(0).get("name").asText().startsWith("</script><script>"));
        assertEquals(2, figure.get("series").get(0).get("y").get(2).asDouble());
        assertFalse(inside(html, "id=\"figures-data\">", "</script>").get(0).contains("<"));
    }

    @Test
    void seriesOfOneXShareIt() throws Exception {
        JsonNode figure = data(SamplePage.html(report, SamplePage.forms())).get(0);
        assertEquals(6, figure.get("xs").size());
        assertEquals(figure.get("series").get(0).get("x"), figure.get("series").get(1).get("x"));
        assertTrue(figure.get("series").get(0).get("y").get(2).isNull());
    }

    @Test
    void sharesSayWhereTheyBegin() throws Exception {
        JsonNode series = data(SamplePage.html(report, SamplePage.forms())).get(1).get("series");
        assertEquals("[[0,0,0,0,0],[1,1,1,1,1],[0,0,0,0,0],[0,0,0,0,0]]", series.get(0).get("stack").toString());
        assertEquals("[[1,1,1,1,1],[2,2,2,2,2],[0,0,0,0,0],[0,0,0,0,0]]", series.get(1).get("stack").toString());
        assertEquals("[[2,2,2,2,2],[2,2,2,2,2],[0,0,0,0,0],[-2,-2,-2,-2,-2]]", series.get(2).get("stack").toString().replace("2e0", "2"));
        assertFalse(data(SamplePage.html(report, SamplePage.forms())).get(0).get("series").get(0).has("stack"));
    }

    @Test
    void logarithmicAxisGetsNothingBelowZero() throws Exception {
        JsonNode figure = data(SamplePage.html(report, SamplePage.forms())).get(2);
        assertEquals(1, figure.get("xs").get(0).get(0).asDouble());
        assertTrue(figure.get("series").get(2).get("y").get(1).isNull());
    }

    private static Set<String> withoutCardOrTable(String html, List<Figure> figures) {
        return figures.stream().map(Figure::id).filter(id -> {
            List<String> card = inside(html, "<figure class=\"card\" id=\"figure-" + id + "\">", "</figure>");
            return card.size() != 1 || !card.get(0).contains("class=\"plot\"") || !card.get(0).contains("<summary>Numbers</summary>") || !card.get(0).contains("<tbody>\n<tr><td>");
        }).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFigureHasACardAndATable() {
        List<Figure> figures = SamplePage.all(report);
        assertTrue(RunFigures.of(report).size() > 5);
        assertEquals(Set.of(), withoutCardOrTable(page, figures));
        assertEquals(Set.of("hostile"), withoutCardOrTable(SamplePage.html(report, figures.subList(0, figures.size() - 1)), figures));
    }

    /** A page of 200 trajectories of a model that asks for 10000 says both, and one of as many as it asks for says it once. */
    @Test
    void ensembleIsThatOfTheRun() {
        assertTrue(page.contains("<dd>200 trajectories, seed 1, the energy is measured at both ends; the model says 10000 trajectories, seed 1</dd>"), inside(page, "<dt class=\"\">ensemble</dt>", "</dd>").toString());
        Model model = ModelReader.readShipped("jaynes-cummings", Map.of());
        String asked = SamplePage.html(Run.of(model).execute().report(), List.of());
        assertEquals(List.of("<dd>" + model.sampling().trajectoryCount() + " trajectories, seed " + model.sampling().seed()), inside(asked, "<dt class=\"\">ensemble</dt>", "</dd>").stream().map(String::strip).toList());
        String other = SamplePage.html(Run.of(model).seed(77).execute().report(), List.of());
        assertTrue(other.contains(", seed 77; the model says "));
    }

    @Test
    void everySectionIsThere() {
        assertEquals(List.of("means", "model", "figures", "tests", "relations", "engine", "origin", "cite"), Pattern.compile("<h2 id=\"([a-z]+)\">").matcher(page).results().map(m -> m.group(1)).toList());
        assertTrue(page.contains("ħ = k_B = 1"));
        assertEquals(1, page.split("ħ = k_B = 1", -1).length - 1);
        assertTrue(page.contains("Permission is hereby granted"));
    }

    @Test
    void pageOfALongRunIsBelowAMegabyte() {
        List<Figure> large = SamplePage.large(20, 401);
        assertTrue(SamplePage.html(report, large).length() < MEGABYTE);
        assertTrue(SamplePage.html(report, SamplePage.large(60, 801)).length() > MEGABYTE);
        assertTrue(PageResource.SCRIPT.text().length() < MOST_SCRIPT);
    }

    @Test
    void longCurvesAreThinnedAndThePageSaysSo() throws Exception {
        String html = SamplePage.html(report, SamplePage.large(1, 5001));
        JsonNode y = data(html).get(0).get("series").get(0).get("y");
        assertEquals(FigureData.MOST_POINTS, y.size());
        assertEquals(Math.sin(50) * Math.PI, y.get(y.size() - 1).asDouble(), 1e-5);
        assertTrue(html.contains("Drawn from 800 of 5001 points"));
        assertTrue(html.contains("201 of 5001 rows, evenly spread; all of them are in curves.csv."));
        assertFalse(SamplePage.html(report, SamplePage.large(1, 200)).contains("evenly spread"));
    }

    @Test
    void sameReportGivesTheSameBytes() {
        assertEquals(page, SamplePage.html(report, SamplePage.all(report)));
        assertNotEquals(page, SamplePage.html(SamplePage.hostile(report), SamplePage.all(report)));
    }

    @Test
    void numbersForDrawingHaveSixDigits() {
        assertEquals("123457e-9", FigureData.rounded(1.2345678e-4, 9));
        assertEquals("-25e-2", FigureData.rounded(-0.25, 6));
        assertEquals("2e3", FigureData.rounded(2000, 2));
        assertEquals("7", FigureData.rounded(7, 5));
        assertEquals("0", FigureData.rounded(0, 5));
        assertEquals("1.0E-310", FigureData.rounded(1e-310, 315));
        assertEquals("2e300", FigureData.rounded(2e300, -295));
    }

    @Test
    void pointsFarFromZeroStayApart() throws Exception {
        double[] x = {1_000_000, 1_000_000.001, 1_000_000.002};
        Figure far = new Figure("far", "Far", "", Axis.time(), Axis.time(), List.of(Series.of("a", Series.Form.STAIRCASE, 0, x, x)));
        JsonNode xs = data(SamplePage.html(report, List.of(far))).get(0).get("xs").get(0);
        assertEquals(3, Set.of(xs.get(0).asDouble(), xs.get(1).asDouble(), xs.get(2).asDouble()).size());
    }

    @Test
    void verdictIsABadgeAndItsAbsenceHasAReason() {
        assertTrue(page.contains("<span class=\"badge good\">consistent"));
        String html = SamplePage.html(report.withoutExact(new Absence(Reason.NOT_ASKED, "nobody asked")), List.of());
        assertTrue(html.contains("<span class=\"badge open\">not judged</span>"));
        assertTrue(html.contains("nobody asked"));
        assertTrue(html.contains("This run has nothing to draw."));
        assertFalse(html.contains("<script"));
    }
}
