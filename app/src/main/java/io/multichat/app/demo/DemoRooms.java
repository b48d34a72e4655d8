package io.multichat.app.demo;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** The rooms of the demo traffic, busiest first. */
final class DemoRooms {
    private static final List<Room> ROOMS = List.of(
            new Room(
                    Conversation.of("twitch", "pixelforge"),
                    people("Mika", "jo_plays", "Tarek", "nightowl42", "Lía", "bento"),
                    List.of(
                            "that jump was 🔥🔥🔥",
                            "GG",
                            "one more run, please",
                            "how do you get the blue key?",
                            "lol the boss just fell off the map",
                            "first time here, hi all 👋",
                            "the new music is so good")),
            new Room(
                    Conversation.of("slack", "general"),
                    people("Ada", "Bruno", "Chiara", "Deniz", "Ewa"),
                    List.of(
                            "Good morning!",
                            "The coffee machine on the third floor is working again ☕",
                            "Who has the key to the small meeting room?",
                            "Release notes are ready for review.",
                            "I'm out on Friday, Bruno is covering for me.",
                            "Lunch at twelve thirty?",
                            "Thanks, that helped a lot.")),
            new Room(
                    Conversation.of("discord", "418300", "777001"),
                    people("Kiri", "Oskar", "Zoé", "Pavel"),
                    List.of(
                            "Raid at eight, who's in?",
                            "I can heal tonight",
                            "Need ten minutes, the cat is on the keyboard 🐈",
                            "Which map?",
                            "Same as last week, but faster 😅",
                            "ok, inviting now")),
            new Room(
                    Conversation.of("slack", "deployments", "1718000000.000100"),
                    people("Deniz", "Ewa", "Ada"),
                    List.of(
                            "Rolling out 2.14 to the first region.",
                            "Error rate is flat so far.",
                            "p99 went from 180 to 120 ms 🎉",
                            "Moving on to the second region.",
                            "Paused: one node isn't coming back up.",
                            "The node is back, it was the disk.")),
            new Room(
                    Conversation.of("line", "雑談"),
                    people("さくら", "健太", "美咲"),
                    List.of(
                            "おはようございます！",
                            "今日のお昼は何にしますか？",
                            "駅前に新しいラーメン屋ができましたよ 🍜",
                            "いいですね、行きましょう。",
                            "雨が降りそうなので傘を忘れずに。")),
            new Room(
                    Conversation.of("irc", "#garden"),
                    people("fern", "moss", "thyme"),
                    List.of(
                            "my tomatoes have spots again",
                            "less water on the leaves, more on the roots",
                            "which variety is it?",
                            "the old red one, seeds from my aunt",
                            "try planting them further apart next year")),
            new Room(
                    Conversation.of("wechat", "周末爬山"),
                    people("小林", "阿明", "Yuki"),
                    List.of("星期六早上七点集合吗？", "七点太早了，八点吧。", "我带水果 🍊", "天气预报说没有雨。", "好的，地铁站见！")),
            new Room(
                    Conversation.of("web", "support", "ticket-4711"),
                    people("Customer 4711", "Ewa"),
                    List.of(
                            "The invoice shows the wrong company name.",
                            "I'm sorry. Which name should it show?",
                            "\"Müller & Søn <IT>\", with the ø please.",
                            "Fixed, you can download it again.",
                            "Perfect, thank you!")));

    private DemoRooms() {}

    static List<Talk> open(Random random) {
        DemoIds ids = new DemoIds(random);
        List<Talk> talks = new ArrayList<>();
        ROOMS.forEach(room -> talks.add(new PeopleTalk(room, random, ids)));
        talks.add(2, new AgentTalk(random, ids));
        return talks;
    }

    private static List<Sender> people(String... names) {
        return Arrays.stream(names)
                .map(name -> new Sender(
                        name.toLowerCase(Locale.ROOT).replace(' ', '-'), Optional.of(name), Sender.Role.USER))
                .toList();
    }
}
