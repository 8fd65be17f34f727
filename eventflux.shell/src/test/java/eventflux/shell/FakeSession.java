package eventflux.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.JobListener;

/** A session without a terminal, in a folder. It writes down the lines that commands execute in it. */
final class FakeSession implements CommandSession {

    final List<String> executed = new ArrayList<>();
    private final Map<String, Object> variables = new HashMap<>();
    private Path folder;

    FakeSession(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path currentDir() {
        return folder;
    }

    @Override
    public void currentDir(Path path) {
        folder = path;
    }

    @Override
    public ClassLoader classLoader() {
        return getClass().getClassLoader();
    }

    @Override
    public void classLoader(ClassLoader classLoader) {
        throw new UnsupportedOperationException("classLoader");
    }

    @Override
    public Object execute(CharSequence commandline) {
        executed.add(commandline.toString());
        return "did " + commandline;
    }

    @Override
    public void close() {
        variables.clear();
    }

    @Override
    public InputStream getKeyboard() {
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public PrintStream getConsole() {
        return System.out;
    }

    @Override
    public Object get(String name) {
        return variables.get(name);
    }

    @Override
    public Object put(String name, Object value) {
        return variables.put(name, value);
    }

    @Override
    public CharSequence format(Object target, int level) {
        return String.valueOf(target);
    }

    @Override
    public Object convert(Class<?> type, Object instance) {
        return instance;
    }

    @Override
    public List<Job> jobs() {
        return List.of();
    }

    @Override
    public Job foregroundJob() {
        return null;
    }

    @Override
    public void setJobListener(JobListener listener) {
        throw new UnsupportedOperationException("setJobListener");
    }
}
