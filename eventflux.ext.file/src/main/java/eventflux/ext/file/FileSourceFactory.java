package eventflux.ext.file;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;

/** Makes sources that read files. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "file",
        description =
                "Reads a file, as fast as the application takes it. By default it replays what is there and ends, since only an "
                        + "input that ends lets a run end by itself; followed, it reads what is appended, through rotation and truncation.",
        parameters = {
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    description = "The file, relative to the working directory."),
            @Parameter(
                    name = "framing",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "lines",
                    description =
                            "What one message is: \"lines\" (LF or CR LF), \"quoted\" (lines whose ends inside double quotes don't "
                                    + "count) or \"whole\" (the file is one document)."),
            @Parameter(
                    name = "follow",
                    type = ParameterType.BOOL,
                    optional = true,
                    description = "Whether it goes on at the end of the file. False unless start.position is the end."),
            @Parameter(
                    name = "start.position",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "beginning",
                    description = "\"beginning\", or \"end\" to pass over what is there at the start."),
            @Parameter(
                    name = "poll.interval.ms",
                    aliases = {"poll.interval"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "500",
                    description = "How long to wait at the end of a followed file before the next look."),
            @Parameter(
                    name = "skip.lines",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "0",
                    description = "So many lines at the beginning of each file are no messages."),
            @Parameter(
                    name = "require.exists",
                    type = ParameterType.BOOL,
                    optional = true,
                    description = "Whether a missing file is an error at the start. True unless the file is followed."),
            @Parameter(
                    name = "max.message.bytes",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "8388608",
                    description =
                            "A longer line is left out and reported with its place; a longer document stops the source.")
        },
        examples = {
            "CREATE STREAM Flights (date LONG, delay INT, origin STRING) WITH (type='source', extension='file', format='json', "
                    + "\"file.path\"='data/flights.jsonl', \"json.date-format\"='yyyy/MM/dd HH:mm')"
        })
public final class FileSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public FileSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a file source needs a format, such as format='json' or format='csv'");
        }
        return new FileSource(
                "eventflux-file-" + context.application() + "-" + context.stream(),
                FileSourceOptions.of(context.settings()),
                context.time(),
                () -> LoggerFactory.getLogger(FileSource.class));
    }
}
