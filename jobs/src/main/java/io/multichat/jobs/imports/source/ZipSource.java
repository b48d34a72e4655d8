package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/** The files of a zip. Nothing is extracted, so the names of entries never become paths of this machine. */
final class ZipSource implements OpenSource {
    private final String name;
    private final ZipFile zip;
    private final List<ChatFile> files;
    private final List<String> assumptions;

    private ZipSource(OpenZip opened, String name, ByteMeter meter) {
        this.name = name;
        this.zip = opened.zip();
        this.assumptions = opened.assumptions().stream()
                .map(sentence -> sentence + " (" + name + ")")
                .toList();
        String folder = withoutExtension(name);
        this.files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> EntryOfZip.names(entry).noneMatch(ZipSource::isHidden))
                .<ChatFile>map(entry -> new EntryOfZip(zip, entry, folder + "/" + entry.getName(), meter.file()))
                .sorted(Comparator.comparing(ChatFile::path))
                .toList();
    }

    /**
     * Opens a zip.
     *
     * @throws IOException when it is damaged
     */
    static ZipSource of(Path file, String name, ByteMeter meter) throws IOException {
        OpenZip opened = OpenZip.of(file);
        try {
            return new ZipSource(opened, name, meter);
        } catch (RuntimeException e) {
            opened.zip().close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isCollection() {
        return true;
    }

    @Override
    public List<ChatFile> files() {
        return files;
    }

    @Override
    public List<String> assumptions() {
        return assumptions;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** macOS adds a folder with a shadow of each file. */
    private static boolean isHidden(String name) {
        return (name.startsWith(".") && !name.startsWith("..")) || name.equals("__MACOSX");
    }

    private static String withoutExtension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }
}
