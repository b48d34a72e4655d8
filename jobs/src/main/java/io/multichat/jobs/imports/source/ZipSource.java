package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/** The files of a zip. Nothing is extracted, so the names of entries never become paths of this machine. */
final class ZipSource implements OpenSource {
    private static final int ENTRY_MAGIC = 0x504B0304;
    private static final int EMPTY_MAGIC = 0x504B0506;

    private final String name;
    private final ZipFile zip;
    private final List<ChatFile> files;

    private ZipSource(ZipFile zip, String name) {
        this.name = name;
        this.zip = zip;
        String folder = withoutExtension(name);
        this.files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> EntryOfZip.names(entry).noneMatch(ZipSource::isHidden))
                .<ChatFile>map(entry -> new EntryOfZip(zip, entry, folder + "/" + entry.getName()))
                .sorted(Comparator.comparing(ChatFile::path))
                .toList();
    }

    /**
     * Opens a zip.
     *
     * @throws IOException when it is damaged
     */
    static ZipSource of(Path file, String name) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new ZipSource(zip, name);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** True when a file begins as a zip does. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream input = new FileInputStream(file.toFile())) {
            byte[] magic = input.readNBytes(Integer.BYTES);
            return magic.length == Integer.BYTES
                    && isMagic(ByteBuffer.wrap(magic).getInt());
        }
    }

    /** @param magic the first four bytes, the first one highest */
    static boolean isMagic(int magic) {
        return magic == ENTRY_MAGIC || magic == EMPTY_MAGIC;
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
