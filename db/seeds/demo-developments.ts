/** Second halves of synopses: what happens after the first line. */
export const developments: readonly string[] = [
  "他们以为这只是平常的一天。随着潮水与时间一起变化，一件从未说破的旧事慢慢浮出水面，两个人不得不在有限的时间里决定，是把它交还给大海，还是带回岸上。影片几乎全部在自然光下拍摄，让声音与停顿承担叙事。",
  "故事从一个微小的误会开始，逐渐牵动整条街的人。每个人都用自己的方式守着一个秘密，也都在等别人先开口。当真相以最不体面的方式出现时，他们才发现，彼此早已原谅。结尾没有答案，只留下一个可以继续走下去的早晨。",
  "影片把镜头放在那些不被注意的手势上：拧紧的螺丝、反复抹平的床单、没有寄出的信。人物说得很少，却在一次次错过中改变了对方。拍摄历时十九天，全部演员来自当地，其中多数人第一次站在镜头前。",
  "最初没有人相信这件事，连当事人自己也把它当作玩笑。直到第三天，同样的事又发生了一遍，连时间都分毫不差。两个原本互不相识的人开始结伴寻找原因，一路上拆穿了许多好心的谎话。等他们终于站到答案面前，才明白真正要找的，其实是一个可以停下来的理由。",
  "影片分为三段，分别属于清晨、正午和停电以后。每一段都从同一个动作开始，却由不同的人完成。随着三段的细节彼此咬合，观众会发现开头那句无心的话，早已把结局说了出来。最后一个镜头持续四分钟，没有对白，只有越来越近的水声。",
  "他花了半生学会不打扰别人，这一次却必须敲开每一扇门。邻居、债主、旧日同学，人人都记得一件他自己忘了的小事。拼起这些小事，他才看清当年离开的人究竟去了哪里。天亮以前他回到原处，把门敞着，没有再锁上。",
  "所有的冲突都发生在日常之中：一张单据，一顿晚饭，一把借了没还的钥匙。人物并不宣布自己的决定，只是某一天不再照旧去做。我们想拍的正是那一天，以及它如何被所有人当成普通的一天度过，直到很久以后才有人想起。",
];

/** The same for readers of English: beats of a treatment. */
export const beats: readonly string[] = [
  "It begins as an ordinary day. Somebody counts, somebody forgets, and a small mistake is passed on as if it were a favour.",
  "What was never said comes to light by way of an object: a receipt, a key, a coat that fits nobody in the house.",
  "They go together, first because the road is the same, then because neither wants to arrive alone.",
  "At noon nothing moves. The two of them argue about the price of fish and mean everything else.",
  "The one who always kept the hours is late. The other waits, and for the first time hears the place without him.",
  "The truth arrives in the least dignified way, wet through and asking for a towel. Nobody is surprised but the one it concerns.",
  "In the last scene a lamp is lit and left alone. Outside, the water has come up exactly to the step, and no further.",
];
