package org.unravel.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Debian's Chromium without a window. Nothing is downloaded: browser and driver are taken from where the packages {@code chromium} and {@code chromium-driver} put them. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String WISH = "UNRAVEL_BROWSER";

    /** Colour schemes a reader may have. */
    enum Scheme { LIGHT, DARK }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser; where there is none, tests are skipped, unless the environment says {@code UNRAVEL_BROWSER=required}. */
    static Browser open() {
        boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!isThere && "required".equals(System.getProperty(WISH, System.getenv(WISH)))) {
            throw new IllegalStateException("expected " + CHROMIUM + " and " + DRIVER + ", as " + WISH + "=required, found none");
        }
        Assumptions.assumeTrue(isThere, "SKIPPED: no browser tests without " + CHROMIUM + " and " + DRIVER + " (Debian: apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options));
    }

    /** Opens a page as somebody with such a screen sees it. What was logged before is forgotten. */
    void show(Path page, int width, int height, Scheme scheme) {
        scheme(scheme);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        console();
        requests();
        driver.get(page.toUri().toString());
    }

    void scheme(Scheme scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme == Scheme.DARK ? "dark" : "light"))));
    }

    /** What the page has said since it was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
    }

    /** What was asked for by its address, since this was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(e -> event(e.getMessage())).filter(e -> e.get("method").asText().equals("Network.requestWillBeSent"))
                .map(e -> e.get("params").get("request").get("url").asText()).toList();
    }

    private static JsonNode event(String message) {
        try {
            return new ObjectMapper().readTree(message).get("message");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Object run(String script, Object... arguments) {
        painted();
        return driver.executeScript(script, arguments);
    }

    /**
     * Waits for two frames: what listens to a media query is told in the next one, before its callbacks (HTML standard, "update the
     * rendering"), and what it then draws is there in the one after.
     */
    private void painted() {
        driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));");
    }

    WebElement find(String selector) {
        painted();
        return driver.findElement(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    /** Puts the mouse over a figure, so many parts of its width from the left. */
    void hover(String figure, double part) {
        WebElement over = find(figure + " .u-over");
        run("arguments[0].scrollIntoView({block: 'center'})", over);
        new Actions(driver).moveToElement(over, offset(over, part), 0).perform();
    }

    void drag(String figure, double from, double to) {
        WebElement over = find(figure + " .u-over");
        run("arguments[0].scrollIntoView({block: 'center'})", over);
        new Actions(driver).moveToElement(over, offset(over, from), 0).clickAndHold().moveToElement(over, offset(over, to), 5).release().perform();
    }

    void doubleClick(String figure) {
        new Actions(driver).doubleClick(find(figure + " .u-over")).perform();
    }

    private static int offset(WebElement over, double part) {
        return (int) Math.round((part - 0.5) * over.getSize().width);
    }

    void press(String selector, Keys... keys) {
        find(selector).sendKeys(keys);
    }

    Object print() {
        return driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
