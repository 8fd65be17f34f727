package eventflux.api;

import java.util.List;
import java.util.Objects;

/**
 * The way of a text through the stages of the engine, printable.
 *
 * @param stages one section a stage, in order: syntax tree, resolved query, plan, pipeline
 */
public record Explanation(List<Section> stages) {

    /** Copies the list. */
    public Explanation {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param title what the stage is
     * @param text its value, printed over several lines
     */
    public record Section(String title, String text) {

        /** Refuses missing parts. */
        public Section {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
        }
    }

    /** What will run, without what was read: the last two stages, plan and pipeline. */
    public Explanation plan() {
        return new Explanation(stages.subList(Math.max(0, stages.size() - 2), stages.size()));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Section stage : stages) {
            out.append("== ")
                    .append(stage.title())
                    .append(" ==\n")
                    .append(stage.text())
                    .append('\n');
        }
        return out.toString();
    }
}
