package eventflux.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Draws figures of one unit as SVG: subjects side by side, one colour a way, values on a logarithmic scale.
 *
 * @param title above the picture
 * @param unit which figures are drawn
 * @param isCurve whether the points of a way are joined, as subjects that are sizes are
 */
public record Chart(String title, String unit, boolean isCurve) {

    private static final List<String> COLOURS =
            List.of("#b03030", "#d08020", "#808080", "#2060b0", "#209040", "#000000", "#8040a0", "#208090");
    private static final int LEFT = 90;
    private static final int TOP = 40;
    private static final int HEIGHT = 360;
    private static final int STEP = 60;
    private static final int BOTTOM = 190;
    private static final int RIGHT = 180;

    /** The picture. */
    public String draw(Figures figures) {
        List<String> subjects = figures.subjects(unit);
        List<String> ways = figures.ways(unit);
        Scale scale = Scale.of(figures, unit);
        int width = LEFT + STEP * subjects.size() + RIGHT;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                .formatted(width, TOP + HEIGHT + BOTTOM));
        svg.append(
                " font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, LEFT, TOP - 18, title + ", " + unit + ", logarithmic");
        axis(svg, scale, LEFT + STEP * subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            svg.append("<text transform=\"translate(%d,%d) rotate(35)\">%s</text>%n"
                    .formatted(x(i) - STEP / 4, TOP + HEIGHT + 18, escape(subjects.get(i))));
        }
        for (int i = 0; i < ways.size(); i++) {
            way(svg, figures, ways.get(i), COLOURS.get(i % COLOURS.size()), scale);
            int y = TOP + 18 * i;
            svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>%n"
                    .formatted(width - RIGHT + 20, y, COLOURS.get(i % COLOURS.size())));
            text(svg, width - RIGHT + 30, y + 4, ways.get(i));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axis(StringBuilder svg, Scale scale, int right) {
        for (int power = scale.lowest(); power <= scale.highest(); power++) {
            int y = scale.y(Math.pow(10, power));
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>%n"
                    .formatted(LEFT, right, y, y));
            text(svg, 12, y + 4, number(Math.pow(10, power)));
        }
    }

    private void way(StringBuilder svg, Figures figures, String way, String colour, Scale scale) {
        StringBuilder points = new StringBuilder();
        List<String> subjects = figures.subjects(unit);
        for (int i = 0; i < subjects.size(); i++) {
            OptionalDouble value = figures.find(subjects.get(i), way, unit);
            if (value.isPresent() && value.getAsDouble() > 0) {
                int y = scale.y(value.getAsDouble());
                svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>%n".formatted(x(i), y, colour));
                points.append(x(i)).append(',').append(y).append(' ');
            }
        }
        if (isCurve) {
            svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/>%n".formatted(points, colour));
        }
    }

    private static int x(int subject) {
        return LEFT + STEP / 2 + STEP * subject;
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, y, escape(text)));
    }

    private static String number(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** From a power of ten to another. */
    private record Scale(int lowest, int highest) {

        static Scale of(Figures figures, String unit) {
            double least = Double.MAX_VALUE;
            double most = Double.MIN_VALUE;
            for (String subject : figures.subjects(unit)) {
                for (String way : figures.ways(unit)) {
                    double value = figures.find(subject, way, unit).orElse(0);
                    if (value > 0) {
                        least = Math.min(least, value);
                        most = Math.max(most, value);
                    }
                }
            }
            int lowest = (int) Math.floor(Math.log10(Math.min(least, most)));
            return new Scale(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(most))));
        }

        int y(double value) {
            return TOP + (int) Math.round(HEIGHT * (highest - Math.log10(value)) / (highest - lowest));
        }
    }
}
