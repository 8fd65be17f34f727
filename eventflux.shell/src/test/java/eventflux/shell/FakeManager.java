package eventflux.shell;

import eventflux.api.Explanation;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.Severity;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.testkit.engine.FakeApplication;
import eventflux.testkit.engine.FakeEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine whose texts are lines such as {@code stream In(a INT, b STRING)} and {@code query q(a INT)}; a line that begins with
 * "mistake" is an error, one that begins with "doubt" a warning.
 */
final class FakeManager extends FakeEngine {

    ExtensionNeeds needs = ExtensionNeeds.NOTHING;

    final List<ExtensionDescriptor> extensions = new ArrayList<>();
    final List<ConfiguredSetting> configuration = new ArrayList<>();

    enum FakeProblem implements ErrorCode {
        MISTAKE,
        DOUBT,
        STREAM_UNKNOWN;

        @Override
        public ErrorKind kind() {
            return ErrorKind.USER;
        }

        @Override
        public String template() {
            return "a " + code();
        }

        @Override
        public Severity severity() {
            return this == DOUBT ? Severity.WARNING : Severity.ERROR;
        }
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return configuration;
    }

    @Override
    protected FakeApplication application(String name, String text) {
        return new FakeRuntime(name, text);
    }

    @Override
    public List<Problem> validate(String text) {
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            SourcePosition place = new SourcePosition(i + 1, 1, 5);
            if (lines.get(i).startsWith("mistake")) {
                problems.add(Problem.of(FakeProblem.MISTAKE).at(place));
            } else if (lines.get(i).startsWith("doubt")) {
                problems.add(Problem.of(FakeProblem.DOUBT).at(place));
            }
        }
        return problems;
    }

    /** The text without blanks around it, when nothing is wrong with it. */
    String format(String text) {
        List<Problem> problems = validate(text);
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        return text.strip() + "\n";
    }

    @Override
    public Explanation explain(String text) {
        List<Problem> problems = validate(text);
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        return new Explanation(List.of(
                new Explanation.Section("syntax tree", "tree"),
                new Explanation.Section("plan", text),
                new Explanation.Section("pipeline", "steps")));
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return extensions;
    }

    @Override
    public ExtensionNeeds needs(String text) {
        return needs;
    }
}
