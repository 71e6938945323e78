// The phrases that sentences are put together from, written for this project. Each list is for training or for the
// test split only, but the words of praise and blame, which are for both.

interface Topic {
  readonly train: readonly string[];
  readonly test: readonly string[];
  readonly praise: readonly string[];
  readonly blame: readonly string[];
}

/** What sentences are about, and what is good or bad about it. */
export const topics: readonly Topic[] = [
  {
    train: [
      'the soup',
      'the bread',
      'the fish',
      'our breakfast',
      'the salad',
      'the cake',
      'the pizza',
      'the rice',
      'their coffee',
      'the lunch menu',
      'the cheese plate',
      'my tea',
    ],
    test: ['the pasta', 'our dinner', 'the apple pie', 'the stew'],
    praise: ['fresh', 'tasty', 'delicious', 'good', 'excellent', 'lovely'],
    blame: ['stale', 'bland', 'salty', 'bad', 'awful', 'greasy'],
  },
  {
    train: [
      'the waiter',
      'our guide',
      'the driver',
      'the nurse',
      'the owner',
      'the man at the desk',
      'her teacher',
      'the young doctor',
      'the cook',
      'their neighbour',
      'the woman on the phone',
      'the staff',
    ],
    test: ['the librarian', 'our host', 'the mechanic', 'the girl at the counter'],
    praise: ['kind', 'friendly', 'helpful', 'patient', 'polite', 'honest'],
    blame: ['rude', 'careless', 'lazy', 'unhelpful', 'grumpy', 'unfriendly'],
  },
  {
    train: [
      'the room',
      'the bathroom',
      'the garden',
      'our flat',
      'the beach',
      'the waiting room',
      'the old museum',
      'the pool',
      'the campsite',
      'the office',
      'the market hall',
      'the kitchen',
    ],
    test: ['the cabin', 'the library', 'our balcony', 'the town square'],
    praise: ['clean', 'bright', 'tidy', 'cosy', 'quiet', 'pretty'],
    blame: ['dirty', 'gloomy', 'messy', 'shabby', 'noisy', 'ugly'],
  },
  {
    train: [
      'the film',
      'this book',
      'the play',
      'her talk',
      'the concert',
      'the story',
      'the first chapter',
      'the new song',
      'the show',
      'his speech',
      'the lesson',
      'the ending',
    ],
    test: ['the opera', 'the second season', 'his poem', 'the exhibition'],
    praise: ['funny', 'clever', 'moving', 'gripping', 'brilliant', 'charming'],
    blame: ['boring', 'dull', 'clumsy', 'tedious', 'silly', 'confusing'],
  },
  {
    train: [
      'the train',
      'the bus to town',
      'the ferry',
      'this phone',
      'the new printer',
      'the parcel service',
      'my bike',
      'the lift',
      'the night tram',
      'the old laptop',
      'their website',
      'the washing machine',
    ],
    test: ['the airport shuttle', 'this camera', 'the heating', 'the delivery van'],
    praise: ['quick', 'reliable', 'punctual', 'sturdy', 'smooth', 'useful'],
    blame: ['slow', 'late', 'broken', 'flimsy', 'useless', 'unreliable'],
  },
];

/** Words before praise or blame that leave it what it is. */
export const stronger: readonly string[] = [
  'very',
  'really',
  'always',
  'so',
  'quite',
  'truly',
  'rather',
  'just',
];

/** Words before praise or blame that turn it over. */
export const turning: readonly string[] = [
  'not',
  'never',
  'hardly',
  'far from',
  'anything but',
  'not at all',
];

/** How a sentence begins. */
export const openings = {
  train: [
    'last summer',
    'on our second day',
    'to my surprise',
    'this time',
    'in the end',
    'as my sister says',
    'from the very start',
    'on a rainy sunday',
    'we all found that',
    'i must say that',
    'when we arrived',
    'after the long walk',
    'everyone could see that',
    'for once',
    'all week long',
    'i told them that',
  ],
  test: ['yesterday afternoon', 'my brother thinks that', 'during the holidays', 'people keep saying that'],
} as const;

/** How a sentence ends; nothing is said by it. */
export const endings = {
  train: [
    'when we came back in the evening',
    'and we stayed until the morning',
    'while the children were with us',
    'as it was a year ago',
    'and my parents said so too',
    'on the day that we left',
    'and that was on a monday',
    'before the others came home',
    'which we had read about before',
    'and it was the middle of may',
    'as you can see in the pictures',
    'while we were there with friends',
    'and half the town was there',
    'at least when i was there',
    'so i wrote to them about it',
    'and i told my friends about it',
  ],
  test: [
    'while it was snowing outside',
    'and my uncle said the same',
    'on the last evening of our trip',
    'so we talked about it for days',
  ],
} as const;
