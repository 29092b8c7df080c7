package dev.deft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.TaskName;
import dev.deft.policy.SettingsSource;
import dev.deft.time.VirtualTime;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docs/operations} asks Prometheus for is there, and what its manifests name fits together. */
class OperationsTest {
    private static final Path OPERATIONS = Path.of("../../docs/operations");
    private static final Path KUBERNETES = OPERATIONS.resolve("kubernetes");
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");

    /** What Prometheus adds to whatever it scrapes from a pod. */
    private static final Set<String> ADDED_LABELS = Set.of("namespace", "pod");

    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern ALERT_LABEL = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");
    private static final Pattern METRIC = Pattern.compile("\\bdeft_[a-z_]+");

    private final ObjectMapper json = new ObjectMapper();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deft deft = Deft.builder()
            .time(new VirtualTime())
            .listener(new DeftMeters(registry))
            .pool("cpu", PoolSettings.platformThreads(2))
            .build();
    private Scrape scrape = new Scrape("");

    @BeforeEach
    void registerEveryMeter() {
        EveryPolicy.addTo(deft.policies(), CHARGE, REFUND);
        scrape = new Scrape(registry.scrape());
    }

    @AfterEach
    void close() {
        deft.close();
        registry.close();
    }

    private JsonNode yaml(String file) throws IOException {
        Object read =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(KUBERNETES.resolve(file)));
        return json.valueToTree(read);
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Every series of the query is scraped, with all labels, and with the values that are written out. */
    private PromQuery answerable(String text) {
        PromQuery query = PromQuery.of(text);
        assertThat(query.selectors()).as(text).isNotEmpty();
        for (PromQuery.Selector series : query.selectors()) {
            assertThat(scrape.names()).as(text).contains(series.name());
            for (PromQuery.Condition condition : series.conditions()) {
                answerable(text, series.name(), condition);
            }
            for (String label : query.groupings()) {
                labelled(text, series.name(), label);
            }
        }
        return query;
    }

    private void answerable(String text, String series, PromQuery.Condition condition) {
        labelled(text, series, condition.label());
        List<String> values = condition.values().stream()
                .filter(value -> !value.startsWith("$"))
                .toList();
        if (!ADDED_LABELS.contains(condition.label())) {
            assertThat(scrape.values(series, condition.label()))
                    .as("%s of %s in %s", condition.label(), series, text)
                    .containsAll(values);
        }
    }

    private void labelled(String text, String series, String label) {
        if (!ADDED_LABELS.contains(label)) {
            assertThat(scrape.labels(series)).as("%s in %s", series, text).contains(label);
        }
    }

    @Test
    void theDashboardAsksForWhatIsThere() throws IOException {
        JsonNode dashboard =
                json.readTree(OPERATIONS.resolve("grafana-dashboard.json").toFile());
        List<String> variables = new ArrayList<>(List.of("__rate_interval"));
        for (JsonNode variable : dashboard.at("/templating/list")) {
            variables.add(variable.get("name").textValue());
            if (variable.get("type").textValue().equals("query")) {
                String definition = variable.get("definition").textValue();
                assertThat(variable.at("/query/query").textValue()).isEqualTo(definition);
                Matcher values = LABEL_VALUES.matcher(definition);
                assertThat(values.matches()).as(definition).isTrue();
                PromQuery query = answerable(values.group(1));
                labelled(definition, query.selectors().getFirst().name(), values.group(2));
            }
        }
        List<JsonNode> targets = dashboard.findParents("expr");
        assertThat(targets).hasSizeGreaterThan(30);
        for (JsonNode target : targets) {
            String text = target.get("expr").textValue();
            PromQuery query = answerable(text);
            assertThat(query.groupings())
                    .as("labels in the legend of " + text)
                    .containsAll(names(LEGEND_LABEL, target.get("legendFormat").textValue()));
            assertThat(variables).as(text).containsAll(names(VARIABLE, text));
        }
        assertThat(dashboard.findValues("id").stream().map(JsonNode::intValue))
                .as("panels")
                .doesNotHaveDuplicates();
    }

    @Test
    void alertsAskForWhatIsThereAndAreExplained() throws IOException {
        String guide = Files.readString(OPERATIONS.resolve("README.md"));
        List<JsonNode> alerts = yaml("alerts.yaml").findParents("alert");
        assertThat(alerts).hasSizeGreaterThan(10);
        for (JsonNode alert : alerts) {
            String name = alert.get("alert").textValue();
            PromQuery query = answerable(alert.get("expr").textValue());
            JsonNode annotations = alert.get("annotations");
            assertThat(query.groupings())
                    .as("labels in the summary of " + name)
                    .containsAll(names(ALERT_LABEL, annotations.get("summary").textValue()));
            assertThat(guide.lines()).contains("### " + name);
            assertThat(annotations.get("runbook").textValue()).endsWith("/README.md#" + name.toLowerCase(Locale.ROOT));
        }
        assertThat(guide.lines().filter(line -> line.startsWith("### Deft"))).hasSameSizeAs(alerts);
    }

    @Test
    void theGuideNamesWhatIsThere() throws IOException {
        String guide = Files.readString(OPERATIONS.resolve("README.md"));
        assertThat(scrape.names())
                .containsAll(
                        METRIC.matcher(guide).results().map(MatchResult::group).toList());
    }

    /** The metrics that the adapter shows to Kubernetes, with the series that each is of. */
    private Map<String, String> customMetrics() throws IOException {
        Map<String, String> metrics = new HashMap<>();
        for (JsonNode rule : yaml("prometheus-adapter-rules.yaml").get("rules")) {
            String series = answerable(rule.get("seriesQuery").textValue())
                    .selectors()
                    .getFirst()
                    .name();
            answerable(rule.get("metricsQuery")
                    .textValue()
                    .replace("<<.Series>>", series)
                    .replace("<<.LabelMatchers>>", "namespace=\"shop\", pod=~\"a|b\"")
                    .replace("<<.GroupBy>>", "pod"));
            rule.at("/resources/overrides")
                    .fieldNames()
                    .forEachRemaining(label -> assertThat(ADDED_LABELS).contains(label));
            metrics.put(rule.at("/name/as").textValue(), series);
        }
        return metrics;
    }

    @Test
    void whatIsScaledOnIsThere() throws IOException {
        Map<String, String> offered = customMetrics();
        JsonNode autoscaler = yaml("horizontal-pod-autoscaler.yaml");
        JsonNode metrics = autoscaler.at("/spec/metrics");
        assertThat(metrics).isNotEmpty();
        for (JsonNode metric : metrics) {
            String name = metric.at("/pods/metric/name").textValue();
            assertThat(offered).containsKey(name);
            metric.at("/pods/metric/selector/matchLabels")
                    .properties()
                    .forEach(label -> assertThat(scrape.values(offered.get(name), label.getKey()))
                            .contains(label.getValue().textValue()));
        }
        assertThat(autoscaler.at("/spec/scaleTargetRef/name"))
                .isEqualTo(yaml("deployment.yaml").at("/metadata/name"));
    }

    @Test
    void thePodsAreProbedScrapedAndConfigured() throws IOException {
        JsonNode deployment = yaml("deployment.yaml").get("spec");
        JsonNode container = deployment.at("/template/spec/containers/0");
        JsonNode port = container.at("/ports/0/name");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port")).as(probe).isEqualTo(port);
        }
        JsonNode monitor = yaml("pod-monitor.yaml").get("spec");
        assertThat(monitor.at("/podMetricsEndpoints/0/port")).isEqualTo(port);
        assertThat(monitor.get("selector")).isEqualTo(deployment.get("selector"));
        assertThat(deployment.at("/template/metadata/labels")).isEqualTo(deployment.at("/selector/matchLabels"));

        Map<String, String> environment = new HashMap<>();
        container
                .get("env")
                .forEach(variable -> environment.put(
                        variable.get("name").textValue(), variable.get("value").textValue()));
        SettingsSource settings = SettingsSource.environment(environment);
        assertThat(settings).as("no variable is refused").isNotNull();
    }
}
